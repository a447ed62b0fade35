package dev.deviceagent.hal.sim;

import dev.deviceagent.hal.Audio;
import dev.deviceagent.hal.Battery;
import dev.deviceagent.hal.Board;
import dev.deviceagent.hal.Chime;
import dev.deviceagent.hal.Colour;
import dev.deviceagent.hal.Device;
import dev.deviceagent.hal.Display;
import dev.deviceagent.hal.Fault;
import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.HalException.Kind;
import dev.deviceagent.hal.Light;
import dev.deviceagent.hal.Microphone;
import dev.deviceagent.hal.Network;
import dev.deviceagent.hal.Player;
import dev.deviceagent.hal.Power;
import dev.deviceagent.hal.Simulator;
import dev.deviceagent.hal.Strip;
import dev.deviceagent.hal.Volume;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * The simulated speaker: five buttons, a light, a ring of 12 pixels, a screen for a face, a volume,
 * a loudspeaker, a microphone and its switch, a battery, a player and a chime.
 */
public final class SimBoard implements Board, Simulator {
  /** Delays a call of a slow device. */
  public interface Pause {
    void pause(Duration time);
  }

  /** Receives each move of the simulated microphone switch. */
  public interface MicrophoneListener {
    /**
     * Called on the thread that moved the switch, before its call returns.
     *
     * @param atNanos {@link System#nanoTime()} immediately after the move
     */
    void moved(boolean open, long atNanos);
  }

  private static final int RING_PIXELS = 12;
  private static final List<String> BUTTONS =
      List.of(TALK, "mute", "volume_up", "volume_down", "stop");

  private final SimVolume volume;
  private final SimMicrophone microphone;
  private final SimBattery battery;
  private final SimPlayer player;
  private final SimLight light;
  private final SimRing ring;
  private final SimChime chime;
  private final SimNetwork network;
  private final SimDisplay display;
  private final SimAudio audio;
  private final SequencedMap<String, SimDevice> devices = new LinkedHashMap<>();
  private volatile @Nullable ButtonListener listener;

  /** A board whose slow devices block their caller. */
  public SimBoard() {
    this(SimBoard::sleep);
  }

  /** A board whose slow devices call {@code pause} for their delay. */
  public SimBoard(Pause pause) {
    volume = add(new SimVolume(pause));
    microphone = add(new SimMicrophone(pause));
    battery = add(new SimBattery(pause));
    player = add(new SimPlayer(pause));
    light = add(new SimLight(pause));
    ring = add(new SimRing(RING_PIXELS, pause));
    chime = add(new SimChime(pause));
    network = add(new SimNetwork(pause));
    display = add(new SimDisplay(pause));
    audio = add(new SimAudio(volume, microphone, pause));
  }

  private <D extends SimDevice> D add(D device) {
    devices.put(device.where().substring("sim:".length()), device);
    return device;
  }

  private static void sleep(Duration time) {
    try {
      Thread.sleep(time); // simulates a slow device
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the agent is shutting down: do not wait
    }
  }

  @Override
  public Optional<Simulator> simulator() {
    return Optional.of(this);
  }

  @Override
  public void inject(String device, Fault fault) throws HalException {
    var victim = devices.get(device);
    if (victim == null) {
      throw new HalException(
          Kind.ABSENT, "sim:" + device, "no such device", "choose one of " + devices.keySet());
    }
    victim.inject(fault);
  }

  @Override
  public SequencedMap<String, Fault> faults() {
    var faults = new LinkedHashMap<String, Fault>();
    devices.forEach((name, device) -> faults.put(name, device.fault()));
    return faults;
  }

  /** Sets the charge that the battery reports. */
  public void charge(Battery.Charge charge) {
    battery.say(charge);
  }

  /** Sets the songs that the player has. Before the first call, it has every song. */
  public void songs(List<String> titles) {
    player.have(titles);
  }

  /** Returns whether the player is ducked, that is, plays more softly during speech. */
  public boolean isDucked() {
    return player.isDucked();
  }

  /** Reports what the microphone switch really does, regardless of what was requested. */
  public void listen(MicrophoneListener listener) {
    microphone.listen(listener);
  }

  /** The number of times that the chime has rung. */
  public int rings() {
    return chime.rings();
  }

  @Override
  public String name() {
    return "sim";
  }

  @Override
  public List<String> buttons() {
    return BUTTONS;
  }

  @Override
  public void listen(ButtonListener listener) {
    this.listener = listener;
  }

  @Override
  public void press(String button, boolean pressed) throws HalException {
    if (!BUTTONS.contains(button)) {
      throw new HalException(
          Kind.ABSENT, "button " + button, "no such button", "choose one of " + buttons());
    }
    var ear = listener;
    if (ear != null) {
      ear.edge(button, pressed, System.nanoTime());
    }
  }

  @Override
  public Optional<Volume> volume() {
    return Optional.of(volume);
  }

  @Override
  public Optional<Microphone> microphone() {
    return Optional.of(microphone);
  }

  @Override
  public Optional<Battery> battery() {
    return Optional.of(battery);
  }

  @Override
  public Optional<Player> player() {
    return Optional.of(player);
  }

  @Override
  public Optional<Chime> chime() {
    return Optional.of(chime);
  }

  @Override
  public Optional<Audio> audio() {
    return Optional.of(audio);
  }

  @Override
  public Optional<Power> power() {
    return Optional.empty();
  }

  @Override
  public Optional<Display> display() {
    return Optional.of(display);
  }

  @Override
  public Optional<Network> network() {
    return Optional.of(network);
  }

  @Override
  public SequencedMap<String, Light> lights() {
    var lights = new LinkedHashMap<String, Light>();
    lights.put("light", light);
    return lights;
  }

  @Override
  public Optional<Strip> strip() {
    return Optional.of(ring);
  }

  @Override
  public SequencedMap<String, Device> devices() {
    return new LinkedHashMap<>(devices);
  }

  @Override
  public void close() {
    listener = null;
  }

  /** The initial state of a light: off, and full white when switched on. */
  static final Light.State OFF = new Light.State(false, 100, Colour.of(0xFFFFFF));
}
