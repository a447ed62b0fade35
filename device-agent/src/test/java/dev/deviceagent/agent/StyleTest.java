package dev.deviceagent.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Checks the rules of {@code ARCHITECTURE.md} in the build, so that a reader need not remember
 * them.
 */
class StyleTest {
  /** A handler that waits loses events. */
  @Test
  void nothingSleepsButTheSimulator() throws IOException {
    assertEquals(
        List.of(),
        uses(
            "Thread\\.sleep",
            "hal/src/main/java/dev/deviceagent/hal/sim/SimBoard.java",
            "device-agent/src/main/java/dev/deviceagent/agent/demo/ScriptedConversation.java",
            "device-agent/src/main/java/dev/deviceagent/agent/demo/SpeakerView.java",
            "device-agent/src/main/java/dev/deviceagent/agent/cli/SelftestCommand.java",
            "deploy/machine/src/test/java/dev/deviceagent/machine/Polling.java"));
  }

  /** One file lists every thread; the checks on a machine have another. */
  @Test
  void threadsStartInOneFile() throws IOException {
    assertEquals(
        List.of(),
        uses(
            "new Thread\\(|Thread\\.of(Platform|Virtual)|newFixedThreadPool|newSingleThread"
                + "|newCachedThreadPool|newVirtualThread|parallelStream|supplyAsync|runAsync"
                + "|new Timer\\(",
            "device-agent/src/main/java/dev/deviceagent/agent/runtime/Threads.java",
            "deploy/machine/src/test/java/dev/deviceagent/machine/Background.java"));
  }

  /** Time is an argument of the core, so that a test can set it. */
  @Test
  void theCoreHasNoClock() throws IOException {
    var core =
        uses("nanoTime\\(\\)|currentTimeMillis|Instant\\.now|Clock\\.").stream()
            .filter(use -> use.contains("/agent/core/") || use.startsWith("codec/"))
            .toList();
    assertEquals(List.of(), core);
  }

  /** A new vendor is a package of the codec; the agent acts only on signals. */
  @Test
  void theAgentKnowsNoVendor() throws IOException {
    var uses =
        uses(
            "(?i)nertc|aicall|volcengine|alibaba",
            // The default of link.dialect, and a step of a scripted conversation.
            "device-agent/src/main/java/dev/deviceagent/agent/config/ConfigReader.java",
            "device-agent/src/main/java/dev/deviceagent/agent/demo/ScriptedConversation.java");
    assertEquals(
        List.of(), uses.stream().filter(use -> use.startsWith("device-agent/src/main")).toList());
  }

  /** Catching every exception hides the bug that should end the process. */
  @Test
  void nobodyCatchesEverything() throws IOException {
    assertEquals(
        List.of(),
        uses(
            "catch \\((final )?(Exception|Throwable|RuntimeException) ",
            // A native call declares Throwable but throws nothing; a throw here becomes an error.
            "hal/src/main/java/dev/deviceagent/hal/linux/alsa/Alsa.java",
            "hal/src/main/java/dev/deviceagent/hal/linux/bus/Libc.java",
            // The JDK's HTTP server throws any exception, depending on the request.
            "device-agent/src/main/java/dev/deviceagent/agent/page/Exchange.java"));
  }

  /** A service writes to its log; only the command line prints. */
  @Test
  void onlyTheCommandLinePrints() throws IOException {
    assertEquals(
        List.of(),
        uses(
            "System\\.(out|err)",
            "device-agent/src/main/java/dev/deviceagent/agent/cli/LogWriter.java",
            "device-agent/src/main/java/dev/deviceagent/agent/cli/Main.java",
            "deploy/machine/src/test/java/dev/deviceagent/machine/kernel/KernelChecks.java",
            "deploy/machine/src/test/java/dev/deviceagent/machine/pi/VirtualPi.java"));
  }

  /** A name that fits everything says nothing. */
  @Test
  void noNameIsEmpty() throws IOException {
    var pattern = Pattern.compile(".*(Manager|Helper|Util|Utils|Impl|Abstract).*\\.java");
    var wrong =
        Sources.java("/src/").stream()
            .map(Path::getFileName)
            .map(Path::toString)
            .filter(name -> pattern.matcher(name).matches())
            .toList();
    assertEquals(List.of(), wrong);
  }

  /**
   * A longer file contains a second idea. The limit has room for two tables of a whole vendor
   * format.
   */
  @Test
  void filesAreShort() throws IOException {
    var wrong = new ArrayList<String>();
    for (var file : Sources.underRules()) {
      long lines = Files.readString(file).lines().count();
      if (lines > 300) {
        wrong.add(Sources.name(file) + " " + lines);
      }
    }
    assertEquals(List.of(), wrong);
  }

  /** Null is checked only in packages that are marked. */
  @Test
  void everyPackageIsNullMarked() throws IOException {
    var wrong = new ArrayList<String>();
    for (var folder : Set.copyOf(Sources.underRules().stream().map(Path::getParent).toList())) {
      var page = folder.resolve("package-info.java");
      boolean isModule = Files.exists(folder.resolve("module-info.java"));
      if (!isModule && !(Files.exists(page) && Files.readString(page).contains("@NullMarked"))) {
        wrong.add(Sources.name(folder));
      }
    }
    assertEquals(List.of(), wrong);
  }

  /** Lines of the sources under the rules that match a pattern, except in the allowed files. */
  private static List<String> uses(String regex, String... allowed) throws IOException {
    var pattern = Pattern.compile(regex);
    var uses = new ArrayList<String>();
    for (var file : Sources.underRules()) {
      var name = Sources.name(file);
      if (List.of(allowed).contains(name)) {
        continue;
      }
      var lines = Files.readAllLines(file);
      for (int i = 0; i < lines.size(); i++) {
        var line = lines.get(i);
        if (!isComment(line) && pattern.matcher(line).find()) {
          uses.add(name + ":" + (i + 1) + ": " + line.strip());
        }
      }
    }
    return uses;
  }

  private static boolean isComment(String line) {
    var text = line.strip();
    return text.startsWith("*") || text.startsWith("/*") || text.startsWith("//");
  }
}
