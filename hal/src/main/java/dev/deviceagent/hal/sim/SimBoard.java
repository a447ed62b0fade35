package dev.deviceagent.hal.sim;

import dev.deviceagent.hal.Audio;
import dev.deviceagent.hal.Battery;
import dev.deviceagent.hal.Board;
import dev.deviceagent.hal.Chime;
import dev.deviceagent.hal.Colour;
import dev.deviceagent.hal.Device;
import dev.deviceagent.hal.Display;
import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.HalException.Kind;
import dev.deviceagent.hal.Light;
import dev.deviceagent.hal.Microphone;
import dev.deviceagent.hal.Network;
import dev.deviceagent.hal.Player;
import dev.deviceagent.hal.Power;
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
public final class SimBoard implements Board {
  /** How a slow device lets time pass. */
  public interface Pause {
    void pause(Duration time);
  }

  /** Is told each move of the simulated microphone's switch. */
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

  /** A board whose slow devices let time pass as the caller says. */
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
      Thread.sleep(time); // a slow device is what this is for
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the agent is ending: hurry up
    }
  }

  /**
   * Makes a device slow, failing or gone, or well again.
   *
   * @throws HalException {@code ABSENT} where the board has no such device
   */
  public void suffer(String device, Fault fault) throws HalException {
    var victim = devices.get(device);
    if (victim == null) {
      throw new HalException(
          Kind.ABSENT, "sim:" + device, "no such device", "this board has " + devices.keySet());
    }
    victim.suffer(fault);
  }

  /** What is wrong with each device, by its name. */
  public SequencedMap<String, Fault> faults() {
    var faults = new LinkedHashMap<String, Fault>();
    devices.forEach((name, device) -> faults.put(name, device.fault()));
    return faults;
  }

  /** What the battery is to say. */
  public void charge(Battery.Charge charge) {
    battery.say(charge);
  }

  /** What the player has; without a word from here it has every song. */
  public void songs(List<String> titles) {
    player.have(titles);
  }

  /** Whether the player plays more softly now, because somebody speaks. */
  public boolean isDucked() {
    return player.isDucked();
  }

  /** Reports what the microphone's switch really does, whatever it was asked for. */
  public void listen(MicrophoneListener listener) {
    microphone.listen(listener);
  }

  /** How many times the chime has rung. */
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
          Kind.ABSENT, "button " + button, "no such button", "this board has " + buttons());
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

  /** A fresh light: off, and white at full when switched on. */
  static final Light.State OFF = new Light.State(false, 100, Colour.of(0xFFFFFF));
}
