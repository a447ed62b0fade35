package dev.deviceagent.agent.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deviceagent.agent.link.PretendBridge;
import dev.deviceagent.agent.page.Statuses;
import dev.deviceagent.agent.view.State;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The picture on a terminal of 80 columns and 24 rows, which most terminals have at least. */
class TerminalViewTest {
  private static final Pattern CONTROL = Pattern.compile("\u001b\\[[?0-9;]*[a-zA-Z]");

  private final StringWriter out = new StringWriter();

  private List<String> draw(String caption, int messages) {
    try (var view = new TerminalView(new PrintWriter(out))) {
      view.page("http://127.0.0.1:8377/");
      view.caption(caption);
      for (int i = 0; i < messages; i++) {
        view.line("in", "message " + i + " " + "x".repeat(200));
      }
      out.getBuffer().setLength(0);
      view.look(Statuses.of(State.IDLE));
      return List.of(CONTROL.matcher(out.toString()).replaceAll("").split("\r\n", -1));
    }
  }

  @Test
  void nothingScrollsOutOfTheTerminal() {
    var rows = draw("word ".repeat(60), 100);
    assertEquals(24, rows.size(), "and no new line after the last one");
    assertTrue(rows.get(0).contains("Ctrl-C ends it"), rows.get(0));
    assertTrue(rows.get(1).contains("http://127.0.0.1:8377/"), rows.get(1));
    assertTrue(rows.getLast().contains("message 99"), rows.getLast());
  }

  @Test
  void aLongCaptionIsBrokenBetweenWords() {
    var socket = Path.of("/home/somebody/device-agent/target/simulate/bridge.sock");
    var rows = draw(PretendBridge.replacement(socket), 0);
    var caption = rows.subList(13, 15);
    var words = caption.stream().map(String::strip).collect(Collectors.joining(" "));
    assertEquals(PretendBridge.replacement(socket), words);
    for (var row : caption) {
      assertTrue(row.length() <= 80, row);
      assertFalse(row.isBlank());
    }
  }

  @Test
  void aShortCaptionTakesAsMuchRoom() {
    assertEquals(draw("short", 8).size(), draw("word ".repeat(30), 8).size());
    assertEquals("  short", draw("short", 0).get(13));
  }

  @Test
  void theTerminalIsLeftAsItWas() {
    try (var view = new TerminalView(new PrintWriter(out))) {
      assertTrue(view.isPainting());
    }
    var said = out.toString();
    for (var mode : List.of("?1049", "?7", "?25")) {
      assertTrue(said.contains("\u001b[" + mode + "h"), mode);
      assertTrue(said.contains("\u001b[" + mode + "l"), mode);
    }
  }
}
