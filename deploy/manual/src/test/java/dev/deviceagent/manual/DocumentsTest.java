package dev.deviceagent.manual;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.deviceagent.agent.cli.Cli;
import dev.deviceagent.agent.cli.Failure;
import dev.deviceagent.agent.config.ConfigReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The package's pages document everything in the program, in a form that formatters accept. */
class DocumentsTest {
  private static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();
  private static final Path KEYS = ROOT.resolve("docs/config.md");
  private static final List<String> PAGES = List.of("device-agent.1", "agent.yaml.5");
  private static final Pattern MACRO =
      Pattern.compile("\\.(\\\\\".*|(TH|SH|SS|PP|TP|EX|EE|nh|ad)( .*)?)");

  @TempDir Path folder;

  private record Ended(int exit, String out, String err) {}

  @Test
  void everyCommandWithItsOptionsAndWordsIsOnThePage() throws Exception {
    var page = document("device-agent.1");
    for (var line : Cli.spec().subcommands().values()) {
      var command = line.getCommandSpec();
      if (command.usageMessage().hidden()) {
        assertFalse(page.contains(roff(command.name())), command.name());
        continue;
      }
      var title = "\n.SS \"\\fB" + roff(command.name()) + "\\fR";
      int begin = page.indexOf(title);
      assertTrue(begin > 0, command.name());
      var part = page.substring(begin, page.indexOf("\n.S", begin + title.length()));
      for (var option : command.options()) {
        var names = Stream.of(option.names()).map(name -> "\\fB" + roff(name) + "\\fR");
        var form = "\n" + names.collect(Collectors.joining(", "));
        boolean isHere = part.contains(form + "\n") || part.contains(form + " ");
        boolean isBelow = page.indexOf(form, page.indexOf("\n.SH OPTIONS")) > 0;
        assertTrue(isHere || isBelow, command.name() + " " + option.longestName());
        assertTrue(page.contains(roff(option.description()[0])), option.description()[0]);
      }
      for (var word : command.positionalParameters()) {
        assertTrue(
            part.contains(roff(word.paramLabel())), command.name() + " " + word.paramLabel());
        assertTrue(part.contains(roff(word.description()[0])), word.description()[0]);
      }
    }
  }

  @Test
  void everyExitCodeIsOnThePage() throws Exception {
    var page = document("device-agent.1");
    var status = page.substring(page.indexOf(".SH EXIT STATUS"), page.indexOf(".SH FILES"));
    for (var field : Failure.class.getDeclaredFields()) {
      if (field.getType() == int.class && !field.getName().equals("exit")) {
        field.setAccessible(true);
        assertTrue(status.contains("\\fB" + field.getInt(null) + "\\fR"), field.getName());
      }
    }
    var exits =
        Pattern.compile("exit (\\d+)")
            .matcher(Files.readString(ROOT.resolve("device-agent/bin/device-agent")));
    while (exits.find()) {
      assertTrue(status.contains("\\fB" + exits.group(1) + "\\fR"), exits.group());
    }
  }

  @Test
  void everyKeyWithItsDefaultIsOnThePage() throws Exception {
    var page = document("agent.yaml.5");
    var reader = new ConfigReader(List.of("SetVolume"), List.of("sim"));
    reader.parse("", "none", Path.of("/"));
    reader
        .known()
        .forEach((key, value) -> {
          var name = "\n.TP\n\\fB" + roff(key) + "\\fR (default \\fB";
          assertTrue(page.contains(key.equals("tools.alias") ? name : name + roff(value)), key);
        });
  }

  @Test
  void theFilesAreThoseOfTheDefaults() throws Exception {
    var page = document("device-agent.1");
    var files = page.substring(page.indexOf(".SH FILES"));
    for (var file :
        List.of(
            "/etc/device-agent/agent.yaml",
            "/run/device-agent/bridge.sock",
            "/run/device-agent/control.sock",
            "/var/lib/device-agent")) {
      assertTrue(files.contains("\\fB" + roff(file) + "\\fR"), file);
    }
  }

  @Test
  void aPageIsAsciiAndEveryRequestIsAMacroOfMan() throws Exception {
    for (var name : PAGES) {
      for (var line : document(name).lines().toList()) {
        assertTrue(line.chars().allMatch(sign -> sign >= ' ' && sign < 0x7f), line);
        assertFalse(line.startsWith("'"), line);
        assertTrue(!line.startsWith(".") || MACRO.matcher(line).matches(), line);
        boolean isComment = line.startsWith(".\\\"");
        assertTrue(isComment || !line.replace("\\-", "").contains("-"), line);
      }
    }
  }

  @Test
  void aFormatterHasNothingToWarnOf() throws Exception {
    for (var name : PAGES) {
      var page = Files.writeString(folder.resolve(name), document(name)).toString();
      var formatter =
          ran("skipped, because there is no groff", "groff", "-man", "-Tutf8", "-ww", page);
      assertEquals("", formatter.err());
      assertTrue(formatter.out().contains("device-agent manual"));
    }
  }

  @Test
  void bashCompletesWordsValuesAndFiles() throws Exception {
    assertFalse(document("completion").startsWith("#!"));
    assertEquals("mute", completed("device-agent", "mu"));
    assertEquals("train", completed("device-agent", "tr"));
    assertEquals("", completed("device-agent", "reh"), "hidden commands are not completed");
    assertEquals("on off", completed("device-agent", "mute", ""));
    assertEquals("press", completed("device-agent", "button", "p"));
    assertEquals("openai mcp text", completed("device-agent", "tools", "--format", ""));
    assertEquals("--unattended", completed("device-agent", "selftest", "--un"));
    assertEquals("fail", completed("device-agent", "fault", "ring", "f"));
    var file = Files.writeString(folder.resolve("agent.yaml"), "").toString();
    var begun = file.substring(0, file.length() - 2);
    assertEquals(file, completed("device-agent", "run", "--config", begun));
    assertEquals(file, completed("device-agent", "send", begun));
  }

  @Test
  void theBytesAreTheSameEachTime() throws Exception {
    var written = folder.resolve("written");
    Documents.write(KEYS, null, written);
    try (var files = Files.list(written)) {
      var names = files.map(file -> file.getFileName().toString()).sorted().toList();
      assertEquals(List.of("agent.yaml", "agent.yaml.5", "completion", "device-agent.1"), names);
      for (var name : names) {
        assertEquals(Files.readString(written.resolve(name)), document(name));
      }
    }
  }

  @Test
  void theDayIsThatOfTheBuilderOrNone() throws Exception {
    assertNull(Documents.made(null));
    assertNull(Documents.made(""));
    assertEquals(LocalDate.of(2026, 1, 1), Documents.made("1767225600"));
    assertThrows(IllegalArgumentException.class, () -> Documents.made("yesterday"));
  }

  @Test
  void whatCannotBeReadSaysWhy() throws Exception {
    var missing = folder.resolve("none.md");
    var absent = assertThrows(IOException.class, () -> Documents.write(missing, null, folder));
    assertTrue(absent.toString().contains("none.md"), absent.toString());
    var other = Files.writeString(folder.resolve("other.md"), "# Other\n");
    var wrong =
        assertThrows(IllegalArgumentException.class, () -> Documents.write(other, null, folder));
    assertTrue(wrong.toString().contains(other + " must have"), wrong.toString());
    assertTrue(wrong.toString().contains("a table of keys"), wrong.toString());
  }

  private String document(String name) throws IOException {
    var written = folder.resolve("documents");
    Documents.write(KEYS, null, written);
    return Files.readString(written.resolve(name));
  }

  /** What bash offers for the last word. */
  private String completed(String... words) throws Exception {
    var script = Files.writeString(folder.resolve("completion"), document("completion"));
    // Outside a prompt, compopt fails: there is no completion whose option it could set.
    var asked =
        """
        . "$1"; shift
        compopt() { :; }
        COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMP_LINE="$*"
        _complete_device-agent
        echo "${COMPREPLY[*]}"
        """;
    var command = new ArrayList<>(List.of("bash", "-c", asked, "bash", "" + script));
    command.addAll(List.of(words));
    var ended = ran("skipped, because there is no bash", command.toArray(String[]::new));
    assertEquals("", ended.err());
    return ended.out().strip();
  }

  private static Ended ran(String without, String... command) throws InterruptedException {
    try {
      var errors = Files.createTempFile("errors", ".txt");
      try {
        var process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
        var out = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Ended(process.waitFor(), out, Files.readString(errors));
      } finally {
        Files.delete(errors);
      }
    } catch (IOException e) {
      assumeTrue(false, without);
      throw new IllegalStateException(e);
    }
  }

  /** The text as a page contains it; the tables contain no other special characters. */
  private static String roff(String text) {
    return text.replace("-", "\\-").replace("'", "\\(aq").replace("…", "\\[u2026]");
  }
}
