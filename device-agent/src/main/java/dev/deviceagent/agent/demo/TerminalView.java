package dev.deviceagent.agent.demo;

import dev.deviceagent.agent.core.Status;
import dev.deviceagent.agent.text.Printable;
import dev.deviceagent.hal.Colour;
import dev.deviceagent.hal.Player;
import java.io.PrintWriter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Draws the speaker on a terminal with ANSI colours (ECMA-48, with 24-bit colour). Fits 80 columns
 * and 24 rows; a longer line is cut off at the terminal's edge.
 */
final class TerminalView extends SpeakerView {
  private static final int RING_ROWS = 9;
  private static final int RING_COLUMNS = 25;
  private static final int CAPTION_ROWS = 2;
  private static final int CAPTION_COLUMNS = 76;
  private static final int HISTORY = 8;
  private static final int WIDTH = 100;
  private static final String ESC = "\u001b[";

  /** The alternate screen, without a cursor, and without a wrap at the edge. */
  private static final String ENTER = ESC + "?1049h" + ESC + "?25l" + ESC + "?7l";

  private static final String LEAVE = ESC + "?7h" + ESC + "?25h" + ESC + "?1049l";

  private final PrintWriter out;
  private final Deque<String> history = new ArrayDeque<>();
  private String caption = "";
  private String page = "";

  TerminalView(PrintWriter out) {
    this.out = out;
    out.print(ENTER);
    out.flush();
  }

  @Override
  public boolean isPainting() {
    return true;
  }

  @Override
  public synchronized void page(String address) {
    page = "  page: " + address;
  }

  @Override
  public synchronized void caption(String words) {
    caption = words;
  }

  @Override
  synchronized void line(String arrow, String words) {
    var sign = arrow.equals("in") ? "\u2192 " : "\u2190 ";
    history.addLast(sign + Printable.of(words));
    if (history.size() > HISTORY) {
      history.removeFirst();
    }
  }

  @Override
  synchronized void look(Status status) {
    var lines = new ArrayList<String>();
    lines.add("  device-agent, the simulated board" + " ".repeat(20) + "Ctrl-C ends it");
    lines.add(page);
    lines.add("");
    var ring = ring(status.leds());
    var words = words(status);
    for (int row = 0; row < RING_ROWS; row++) {
      lines.add("   " + ring.get(row) + "   " + (row < words.size() ? words.get(row) : ""));
    }
    lines.add("");
    for (var line : wrapped(caption)) {
      lines.add("  " + ESC + "1m" + line + ESC + "0m");
    }
    lines.add("");
    for (var line : history) {
      lines.add("  " + ESC + "2m" + shortened(line) + ESC + "0m");
    }
    var end = ESC + "K"; // clears the rest of the line
    out.print(ESC + "H" + String.join(end + "\r\n", lines) + end + ESC + "J");
    out.flush();
  }

  /** Breaks a caption between words; the last row takes what is left. */
  private static List<String> wrapped(String caption) {
    var rows = new ArrayList<String>();
    var rest = caption;
    while (rows.size() < CAPTION_ROWS - 1) {
      int space = rest.lastIndexOf(' ', CAPTION_COLUMNS);
      int end = rest.length() <= CAPTION_COLUMNS || space < 0 ? rest.length() : space;
      rows.add(rest.substring(0, end));
      rest = rest.substring(end).strip();
    }
    rows.add(rest);
    return rows;
  }

  private static List<String> ring(@Nullable List<String> leds) {
    var cells = new String[RING_ROWS][RING_COLUMNS];
    for (var row : cells) {
      Arrays.fill(row, " ");
    }
    if (leds != null) {
      for (int i = 0; i < leds.size(); i++) {
        double angle = 2 * Math.PI * i / leds.size();
        int row = (int) Math.round((RING_ROWS - 1) / 2.0 * (1 - Math.cos(angle)));
        int column = (int) Math.round((RING_COLUMNS - 1) / 2.0 * (1 + Math.sin(angle)));
        cells[row][column] = dot(leds.get(i));
      }
    }
    var rows = new ArrayList<String>();
    for (var row : cells) {
      rows.add(String.join("", row));
    }
    return rows;
  }

  private static String dot(String led) {
    var colour = Colour.parse(led).orElse(Colour.of(0));
    if (colour.rgb() == 0) {
      return ESC + "90m\u25cb" + ESC + "0m";
    }
    return ESC
        + "38;2;%d;%d;%dm\u25cf".formatted(colour.red(), colour.green(), colour.blue())
        + ESC
        + "0m";
  }

  private static List<String> words(Status status) {
    return List.of(
        field("state", status.state().word()),
        field("link", status.link().isJoined() ? "joined" : "down"),
        field("microphone", microphone(status.microphone())),
        field("volume", volume(status.volumePercent())),
        field("playing", playing(status.playback())),
        field("light", light(status)),
        field("battery", word(status.battery().percent()) + " %"),
        field("emotion", status.emotion() == null ? "-" : word(status.emotion())),
        field("messages", word(status.counters().messagesIn())));
  }

  private static String field(String name, String value) {
    return "%-12s %s".formatted(name, value);
  }

  private static String playing(Player.@Nullable Playback playback) {
    if (playback == null) {
      return word(null);
    }
    var mode = playback.mode().name().toLowerCase(Locale.ROOT);
    return playback.title() == null ? mode : mode + " \u201c" + word(playback.title()) + "\u201d";
  }

  private static String microphone(Status.Microphone microphone) {
    if (microphone.isMutedByOwner()) {
      return "muted by the owner";
    }
    var isOpen = microphone.isOpen();
    return isOpen == null ? word(null) : isOpen ? ESC + "32mOPEN" + ESC + "0m" : "shut";
  }

  private static String volume(@Nullable Integer percent) {
    if (percent == null) {
      return word(null);
    }
    int full = percent / 10;
    return "\u2588".repeat(full) + "\u2591".repeat(10 - full) + " " + percent + " %";
  }

  private static String shortened(String line) {
    return line.length() <= WIDTH ? line : line.substring(0, WIDTH - 1) + "\u2026";
  }

  @Override
  public synchronized void close() {
    super.close();
    out.print(LEAVE);
    out.flush();
  }
}
