package dev.deviceagent.agent;

import static dev.deviceagent.agent.AgentProcess.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The README's commands work as printed there. */
@Timeout(120)
class ReadmeIT {
  private static final Pattern BRIDGE = Pattern.compile("```python\\n(.*?)```", Pattern.DOTALL);
  private static final Pattern COMMAND = Pattern.compile("`?device-agent ([a-z-]+)");
  private static final Pattern LINK = Pattern.compile("\\]\\(([A-Za-z/.-]+)\\)");

  @TempDir Path folder;

  @Test
  void theTenLineBridgeSetsTheVolume() throws Exception {
    assumeTrue(hasPython(), "skipped, because there is no python3 here");
    var code = BRIDGE.matcher(readme());
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
  void everyCommandOfTheReadmeAnswersHelp() throws Exception {
    var commands = new HashSet<String>();
    var matcher = COMMAND.matcher(readme());
    while (matcher.find()) {
      commands.add(matcher.group(1));
    }
    assertTrue(commands.size() >= 9, commands.toString());
    for (var command : commands) {
      if (!readme().contains("`device-agent " + command)) {
        continue; // the name within a sentence
      }
      var ended = AgentProcess.command(command, "--help");
      assertEquals(0, ended.exit(), command);
      assertFalse(ended.out().isEmpty(), command);
    }
  }

  @Test
  void everyLinkOfTheReadmeLeadsSomewhere() throws Exception {
    var matcher = LINK.matcher(readme());
    int links = 0;
    while (matcher.find()) {
      assertTrue(Files.exists(Sources.ROOT.resolve(matcher.group(1))), matcher.group(1));
      links++;
    }
    assertTrue(links > 5);
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

  private static String readme() throws IOException {
    return Files.readString(Sources.ROOT.resolve("README.md"));
  }
}
