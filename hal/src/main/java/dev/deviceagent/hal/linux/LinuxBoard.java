package dev.deviceagent.hal.linux;

import dev.deviceagent.hal.Audio;
import dev.deviceagent.hal.Battery;
import dev.deviceagent.hal.Board;
import dev.deviceagent.hal.Chime;
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
import dev.deviceagent.hal.linux.alsa.AlsaMicrophone;
import dev.deviceagent.hal.linux.alsa.AlsaVolume;
import dev.deviceagent.hal.linux.bus.Pi4jContext;
import dev.deviceagent.hal.linux.gauge.SysfsBattery;
import dev.deviceagent.hal.linux.player.MpdPlayer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.ThreadFactory;
import org.slf4j.LoggerFactory;

/**
 * A real board, made of what its profile says is wired where. Nothing is opened before it is used.
 */
public final class LinuxBoard implements Board {
  private final BoardProfile profile;
  private final Pi4jContext gpio;
  private final SequencedMap<String, GpioButton> buttons = new LinkedHashMap<>();
  private final SequencedMap<String, Light> lights = new LinkedHashMap<>();
  private final Optional<AlsaVolume> volume;
  private final Optional<AlsaMicrophone> microphone;
  private final Optional<Battery> battery;
  private final Optional<Player> player;
  private final Network network = new JdkNetwork();

  /**
   * @param threads makes the threads that the buttons sleep on
   */
  public LinuxBoard(BoardProfile profile, ThreadFactory threads) {
    this.profile = profile;
    gpio = new Pi4jContext(Path.of("/dev"), profile.gpioChips(), threads);
    profile
        .buttons()
        .forEach((name, wiring) -> buttons.put(name, new GpioButton(name, wiring, gpio)));
    profile
        .lights()
        .forEach((name, lamp) ->
            lights.put(name, new WiredLight(Channel.of("light-" + name, lamp.wires(), gpio))));
    volume =
        Optional.ofNullable(profile.volume())
            .map(mixer -> new AlsaVolume(mixer.card(), mixer.control()));
    microphone =
        Optional.ofNullable(profile.microphone())
            .map(mixer -> new AlsaMicrophone(mixer.card(), mixer.control()));
    battery =
        Optional.ofNullable(profile.battery())
            .map(_ -> new SysfsBattery(Path.of("/sys/class/power_supply")));
    player = Optional.ofNullable(profile.player()).map(MpdPlayer::new);
  }

  @Override
  public String name() {
    return profile.name();
  }

  @Override
  public List<String> buttons() {
    return List.copyOf(buttons.keySet());
  }

  /** A button that cannot be had is told of in the log, and the others are listened to. */
  @Override
  public void listen(ButtonListener listener) {
    buttons.forEach((name, button) -> {
      try {
        button.listen(listener);
      } catch (HalException e) {
        LoggerFactory.getLogger(LinuxBoard.class)
            .error("button {} does nothing: {}", name, e.getMessage());
      }
    });
  }

  @Override
  public void press(String button, boolean pressed) throws HalException {
    throw new HalException(
        Kind.UNSUPPORTED, "button " + button, "a real one is wired", "press it with a finger");
  }

  @Override
  public Optional<Volume> volume() {
    return volume.map(mixer -> mixer);
  }

  @Override
  public Optional<Microphone> microphone() {
    return microphone.map(mixer -> mixer);
  }

  @Override
  public Optional<Battery> battery() {
    return battery;
  }

  @Override
  public Optional<Player> player() {
    return player;
  }

  @Override
  public Optional<Chime> chime() {
    return Optional.empty();
  }

  @Override
  public Optional<Audio> audio() {
    return Optional.empty();
  }

  @Override
  public Optional<Power> power() {
    return Optional.empty();
  }

  @Override
  public Optional<Display> display() {
    return Optional.empty();
  }

  @Override
  public Optional<Network> network() {
    return Optional.of(network);
  }

  @Override
  public SequencedMap<String, Light> lights() {
    return lights;
  }

  @Override
  public Optional<Strip> strip() {
    return Optional.empty();
  }

  @Override
  public SequencedMap<String, Device> devices() {
    var devices = new LinkedHashMap<String, Device>();
    buttons.forEach((name, button) -> devices.put("button." + name, button));
    lights.forEach((name, light) -> devices.put("light." + name, light));
    volume.ifPresent(device -> devices.put("volume", device));
    microphone.ifPresent(device -> devices.put("microphone", device));
    battery.ifPresent(device -> devices.put("battery", device));
    player.ifPresent(device -> devices.put("player", device));
    devices.put("network", network);
    return devices;
  }

  @Override
  public void close() {
    volume.ifPresent(AlsaVolume::close);
    microphone.ifPresent(AlsaMicrophone::close);
    gpio.close();
  }
}
