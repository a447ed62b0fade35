package dev.deviceagent.hal.linux;

import dev.deviceagent.hal.Audio;
import dev.deviceagent.hal.Battery;
import dev.deviceagent.hal.Board;
import dev.deviceagent.hal.Chime;
import dev.deviceagent.hal.Device;
import dev.deviceagent.hal.Diagnostics;
import dev.deviceagent.hal.Display;
import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.Light;
import dev.deviceagent.hal.Microphone;
import dev.deviceagent.hal.Network;
import dev.deviceagent.hal.Player;
import dev.deviceagent.hal.Power;
import dev.deviceagent.hal.Strip;
import dev.deviceagent.hal.Volume;
import dev.deviceagent.hal.linux.alsa.AlsaAudio;
import dev.deviceagent.hal.linux.alsa.AlsaChime;
import dev.deviceagent.hal.linux.alsa.AlsaMicrophone;
import dev.deviceagent.hal.linux.alsa.AlsaVolume;
import dev.deviceagent.hal.linux.bus.Pi4jContext;
import dev.deviceagent.hal.linux.display.OledDisplay;
import dev.deviceagent.hal.linux.gauge.I2cBattery;
import dev.deviceagent.hal.linux.gauge.SysfsBattery;
import dev.deviceagent.hal.linux.player.MpdPlayer;
import dev.deviceagent.hal.linux.player.MprisPlayer;
import dev.deviceagent.hal.linux.profile.BoardProfile;
import dev.deviceagent.hal.linux.strip.LedStrip;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.ThreadFactory;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** A real board, built from the wiring in its profile. Nothing is opened before its first use. */
public final class LinuxBoard implements Board {
  private static final Path SYSTEM = Path.of("/sys");

  private final BoardProfile profile;
  private final Pi4jContext wires;
  private final SequencedMap<String, GpioButton> buttons = new LinkedHashMap<>();
  private final SequencedMap<String, Light> lights = new LinkedHashMap<>();
  private final @Nullable Strip strip;
  private final @Nullable OledDisplay display;
  private final @Nullable AlsaVolume volume;
  private final @Nullable AlsaMicrophone microphone;
  private final @Nullable Audio audio;
  private final @Nullable Chime chime;
  private final @Nullable Battery battery;
  private final @Nullable Player player;
  private final Optional<FirmwarePower> power = FirmwarePower.of(SYSTEM);
  private final Network network = new JdkNetwork();
  private final List<String> crashCleanup;

  /**
   * @param threads creates the threads that wait for edges of the buttons
   * @param state a folder that records what to restore after this process was killed: the volume of
   *     a player that it ducked
   */
  public LinuxBoard(BoardProfile profile, ThreadFactory threads, Path state) {
    this.profile = profile;
    crashCleanup = CrashCleanupLines.of(profile);
    wires = new Pi4jContext(Path.of("/dev"), profile.gpioChips(), threads);
    profile
        .buttons()
        .forEach((name, wiring) -> buttons.put(name, new GpioButton(name, wiring, wires)));
    profile
        .lights()
        .forEach((name, lamp) ->
            lights.put(
                name,
                new WiredLight(Channel.of("light-" + name, lamp.wires(), wires), lamp.start())));
    strip = of(profile.strip(), this::strip);
    display =
        of(
            profile.display(),
            panel -> new OledDisplay(panel, wires.i2c("display", panel.bus(), panel.address())));
    volume = of(profile.volume(), mixer -> new AlsaVolume(mixer.card(), mixer.control()));
    microphone =
        of(profile.microphone(), mixer -> new AlsaMicrophone(mixer.card(), mixer.control()));
    audio = of(profile.audio(), pcm -> new AlsaAudio(pcm.play(), pcm.record()));
    chime = of(audio, AlsaChime::new);
    battery = of(profile.battery(), this::battery);
    var ducked = state.resolve("ducked");
    player =
        of(
            profile.player(),
            where ->
                where.equals(BoardProfile.MPRIS)
                    ? new MprisPlayer(threads, ducked)
                    : new MpdPlayer(where, ducked));
  }

  private static <P, D> @Nullable D of(@Nullable P part, Function<P, D> driver) {
    return part == null ? null : driver.apply(part);
  }

  private Strip strip(BoardProfile.Pixels pixels) {
    return switch (pixels) {
      case BoardProfile.OnePixel(var wired, int brightness) ->
          new WiredPixel(Channel.of("strip", wired, wires), brightness);
      case BoardProfile.PixelStrip wiring -> {
        var supply = wiring.power();
        var out =
            switch (wiring.feed()) {
              case BoardProfile.Spi spi ->
                  wires.spi("strip", spi.bus(), spi.chip(), LedStrip.hertz(wiring.chipset(), spi));
              case BoardProfile.TwoLines(int data, int clock) ->
                  wires.twoLines("strip", data, clock);
            };
        yield new LedStrip(
            wiring,
            out,
            supply == null
                ? null
                : wires.line("strip-power", supply.line(), supply.activeLow())::set);
      }
    };
  }

  private Battery battery(BoardProfile.Gauge gauge) {
    return switch (gauge) {
      case BoardProfile.KernelGauge() -> new SysfsBattery(SYSTEM.resolve("class/power_supply"));
      case BoardProfile.I2cGauge chip ->
          new I2cBattery(chip, wires.i2c("battery", chip.bus(), chip.address()));
    };
  }

  @Override
  public String name() {
    return profile.name();
  }

  @Override
  public List<String> buttons() {
    return List.copyOf(buttons.keySet());
  }

  /** Logs a button that cannot be opened, and listens to the others. */
  @Override
  public void listen(ButtonListener listener) {
    buttons.forEach((name, button) -> {
      try {
        button.listen(listener);
      } catch (HalException e) {
        LoggerFactory.getLogger(LinuxBoard.class)
            .error("button {} does not work: {}", name, e.getMessage());
      }
    });
  }

  @Override
  public Diagnostics diagnostics() {
    var silent = new LinkedHashMap<String, String>();
    buttons.forEach((name, button) -> {
      var problem = button.problem();
      if (problem != null) {
        silent.put("button." + name, problem);
      }
    });
    return new Diagnostics(silent, crashCleanup);
  }

  @Override
  public Optional<Volume> volume() {
    return Optional.ofNullable(volume);
  }

  @Override
  public Optional<Microphone> microphone() {
    return Optional.ofNullable(microphone);
  }

  @Override
  public Optional<Battery> battery() {
    return Optional.ofNullable(battery);
  }

  @Override
  public Optional<Player> player() {
    return Optional.ofNullable(player);
  }

  @Override
  public Optional<Chime> chime() {
    return Optional.ofNullable(chime);
  }

  @Override
  public Optional<Audio> audio() {
    return Optional.ofNullable(audio);
  }

  @Override
  public Optional<Power> power() {
    return power.map(firmware -> firmware);
  }

  @Override
  public Optional<Display> display() {
    return Optional.ofNullable(display);
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
    return Optional.ofNullable(strip);
  }

  @Override
  public SequencedMap<String, Device> devices() {
    var devices = new LinkedHashMap<String, Device>();
    buttons.forEach((name, button) -> devices.put("button." + name, button));
    lights.forEach((name, light) -> devices.put("light." + name, light));
    put(devices, "strip", strip);
    put(devices, "display", display);
    put(devices, "volume", volume);
    put(devices, "microphone", microphone);
    put(devices, "audio", audio);
    put(devices, "battery", battery);
    put(devices, "player", player);
    put(devices, "power", power.orElse(null));
    put(devices, "network", network);
    return devices;
  }

  private static void put(
      SequencedMap<String, Device> devices, String name, @Nullable Device device) {
    if (device != null) {
      devices.put(name, device);
    }
  }

  @Override
  public void close() {
    if (display != null) {
      display.close();
    }
    if (volume != null) {
      volume.close();
    }
    if (microphone != null) {
      microphone.close();
    }
    if (player instanceof MprisPlayer mpris) {
      mpris.close();
    }
    wires.close();
  }
}
