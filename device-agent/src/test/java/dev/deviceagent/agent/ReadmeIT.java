package dev.deviceagent.agent;

import static dev.deviceagent.agent.AgentProcess.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The commands of the README and of the pages in docs work as printed there. */
@Timeout(120)
class ReadmeIT {
  private static final Pattern BRIDGE = Pattern.compile("```python\\n(.*?)```", Pattern.DOTALL);

  private static final Pattern COMMAND = Pattern.compile("`device-agent ([a-z-]+)");
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```$(.*?)^```$");
  private static final Pattern COMMAND_OF_BLOCK =
      Pattern.compile("(?m)^(?:sudo )?(?:device-agent/bin/)?device-agent ([a-z-]+)");
  private static final Pattern LINK = Pattern.compile("\\]\\(([A-Za-z0-9/._-]+)(?:#[^)]*)?\\)");
  private static final Pattern SCRIPT = Pattern.compile("\\bdeploy/[a-z][a-z./-]*[a-z]");
  private static final int PICTURE_BYTES_MOST = 150_000;

  private static final Path README = Sources.ROOT.resolve("README.md").normalize();
  private static final Path DOCS = Sources.ROOT.resolve("docs").normalize();

  @TempDir Path folder;

  @Test
  void theTenLineBridgeSetsTheVolume() throws Exception {
    assumeTrue(hasPython(), "skipped, because there is no python3 here");
    var code = BRIDGE.matcher(Files.readString(DOCS.resolve("bridge.md")));
    assertTrue(code.find());
    try (var agent = AgentProcess.start(folder, "")) {
      var script = folder.resolve("bridge.py");
      Files.writeString(
          script,
          code.group(1)
              .replace("target/simulate/bridge.sock", folder.resolve("bridge.sock").toString()));
      var bridge = new ProcessBuilder("python3", "-u", script.toString()).start();
      try (var printed = bridge.inputReader()) {
        assertTrue(heard(printed, "1105").contains("muted"));
        agent.awaitStatus(status -> text(status, "volume.percent").equals("80"));
        agent.button(true);
        heard(printed, "1106");
        heard(printed, "open");
        agent.button(false);
        heard(printed, "1108");
      } finally {
        bridge.destroyForcibly();
      }
    }
  }

  /** Everything printed up to and including the line that contains these words. */
  private static String heard(BufferedReader printed, String words) throws IOException {
    var lines = new ArrayList<String>();
    for (var line = printed.readLine(); line != null; line = printed.readLine()) {
      lines.add(line);
      if (line.contains(words)) {
        return lines.toString();
      }
    }
    throw new IOException("not printed: " + words + ", but " + lines);
  }

  @Test
  void everyCommandAnswersHelp() throws Exception {
    var commands = new TreeSet<String>();
    for (var page : pages()) {
      commands.addAll(found(COMMAND, page));
      for (var block : found(BLOCK, page)) {
        commands.addAll(found(COMMAND_OF_BLOCK, block));
      }
    }
    assertTrue(commands.size() >= 9, commands.toString());
    assertTrue(commands.contains("selftest"), "of a block: " + commands);
    for (var command : commands) {
      var ended = AgentProcess.command(command, "--help");
      assertEquals(0, ended.exit(), command);
      assertFalse(ended.out().isEmpty(), command);
    }
  }

  @Test
  void everyScriptExists() throws Exception {
    var scripts = new TreeSet<String>();
    for (var page : pages()) {
      scripts.addAll(found(SCRIPT, page));
    }
    assertTrue(scripts.contains("deploy/simulate"), scripts.toString());
    for (var script : scripts) {
      assertTrue(Files.exists(Sources.ROOT.resolve(script)), script);
    }
  }

  @Test
  void everyLinkLeadsSomewhere() throws Exception {
    int links = 0;
    for (var page : pages()) {
      for (var link : found(LINK, page)) {
        assertTrue(Files.exists(page.resolveSibling(link)), page + ": " + link);
        links++;
      }
    }
    assertTrue(links > 50);
  }

  /** Every page can be reached from the README. */
  @Test
  void noPageIsForgotten() throws Exception {
    var reached = new TreeSet<Path>();
    var next = new ArrayDeque<>(List.of(README));
    while (!next.isEmpty()) {
      var page = next.remove();
      if (reached.add(page) && page.toString().endsWith(".md")) {
        for (var link : found(LINK, page)) {
          next.add(page.resolveSibling(link).normalize());
        }
      }
    }
    for (var page : pages()) {
      assertTrue(reached.contains(page), page.toString());
    }
  }

  /** {@code BrowserIT} takes the picture: docs/testing.md. */
  @Test
  void theReadmeShowsThePage() throws Exception {
    assertTrue(found(LINK, README).contains("docs/page.png"));
    var picture = Files.readAllBytes(DOCS.resolve("page.png"));
    assertEquals("\211PNG", new String(picture, 0, 4, StandardCharsets.ISO_8859_1));
    assertTrue(picture.length <= PICTURE_BYTES_MOST, picture.length + " bytes");
  }

  @Test
  void theReadmeIsTwoScreens() throws Exception {
    assertTrue(Files.readAllLines(README).size() <= 100);
  }

  /** The README and the pages of docs. */
  private static List<Path> pages() throws IOException {
    try (var docs = Files.list(DOCS)) {
      return Stream.concat(
              Stream.of(README), docs.filter(page -> page.toString().endsWith(".md")).sorted())
          .toList();
    }
  }

  private static List<String> found(Pattern pattern, Path page) throws IOException {
    return found(pattern, Files.readString(page));
  }

  private static List<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(one -> one.group(one.groupCount())).toList();
  }

  private static boolean hasPython() {
    try {
      return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
