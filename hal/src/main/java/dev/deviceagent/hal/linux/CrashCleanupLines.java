package dev.deviceagent.hal.linux;

import dev.deviceagent.hal.linux.display.OledDisplay;
import dev.deviceagent.hal.linux.profile.BoardProfile;
import dev.deviceagent.hal.linux.profile.BoardProfile.OnePixel;
import dev.deviceagent.hal.linux.profile.BoardProfile.PixelStrip;
import dev.deviceagent.hal.linux.profile.BoardProfile.Spi;
import dev.deviceagent.hal.linux.profile.BoardProfile.TwoLines;
import dev.deviceagent.hal.linux.strip.LedStrip;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The crash cleanup of a board: the instructions that shut the microphone first and then make every
 * light dark, after the process that used the hardware was killed. One line per instruction, its
 * words separated by tabs, for {@code device-agent/bin/last-will}. The service manager starts that
 * program, which must finish long before a Java virtual machine would be up. The agent adds a first
 * line that names its process. A pure function of the board.
 *
 * <ul>
 *   <li>{@code capture CARD CONTROL}; {@code -} is the usual control
 *   <li>{@code line CHIPS LINE LEVEL}; CHIPS are the possible labels of the chip, separated by
 *       commas
 *   <li>{@code pwm CHIPS CHANNEL}
 *   <li>{@code spi BUS CHIP HERTZ HEX}
 *   <li>{@code wires CHIPS DATA CLOCK HEX}
 *   <li>{@code i2c BUS ADDRESS HEX}
 * </ul>
 */
final class CrashCleanupLines {
  private final String chips;
  private final List<String> lines = new ArrayList<>();

  private CrashCleanupLines(List<String> chips) {
    this.chips = String.join(",", chips);
  }

  static List<String> of(BoardProfile board) {
    var cleanup = new CrashCleanupLines(board.gpioChips());
    cleanup.microphone(board.microphone());
    cleanup.strip(board.strip());
    board.lights().values().forEach(lamp -> lamp.wires().forEach(cleanup::dark));
    cleanup.display(board.display());
    return List.copyOf(cleanup.lines);
  }

  private void microphone(BoardProfile.@Nullable Mixer mixer) {
    if (mixer != null) {
      add("capture", mixer.card(), mixer.control() == null ? "-" : mixer.control());
    }
  }

  private void strip(BoardProfile.@Nullable Pixels pixels) {
    switch (pixels) {
      case null -> {}
      case OnePixel(var wires, _) -> wires.forEach(this::dark);
      case PixelStrip wiring -> {
        var frame = HexFormat.of().formatHex(LedStrip.dark(wiring));
        switch (wiring.feed()) {
          case Spi spi ->
              add("spi", spi.bus(), spi.chip(), LedStrip.hertz(wiring.chipset(), spi), frame);
          case TwoLines(int data, int clock) -> add("wires", chips, data, clock, frame);
        }
        if (wiring.power() != null) {
          dark(wiring.power());
        }
      }
    }
  }

  private void dark(BoardProfile.Wire wire) {
    switch (wire) {
      case BoardProfile.Line(int line, boolean activeLow) ->
          add("line", chips, line, activeLow ? 1 : 0);
      case BoardProfile.Pwm(var pwmChips, int channel, _, _) ->
          add("pwm", String.join(",", pwmChips), channel); // the configured polarity is kept
    }
  }

  private void display(BoardProfile.@Nullable Panel panel) {
    if (panel != null) {
      add("i2c", panel.bus(), panel.address(), HexFormat.of().formatHex(OledDisplay.off()));
    }
  }

  private void add(Object... words) {
    var line = new ArrayList<String>();
    for (var word : words) {
      line.add(word.toString());
    }
    lines.add(String.join("\t", line));
  }
}
