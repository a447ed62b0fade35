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

/** The rules of {@code ARCHITECTURE.md} that a reader would otherwise have to keep in mind. */
class StyleTest {
  /** Waiting inside a handler is how this field's programs lose events. */
  @Test
  void nothingSleepsButTheSimulator() throws IOException {
    assertEquals(
        List.of(),
        uses(
            "Thread\\.sleep",
            "hal/src/main/java/dev/deviceagent/hal/sim/SimBoard.java",
            "device-agent/src/main/java/dev/deviceagent/agent/demo/Conversation.java",
            "device-agent/src/main/java/dev/deviceagent/agent/demo/Scribe.java",
            "device-agent/src/main/java/dev/deviceagent/agent/cli/Testing.java"));
  }

  /** One page shows every thread. */
  @Test
  void threadsStartInOneFile() throws IOException {
    assertEquals(
        List.of(),
        uses(
            "new Thread\\(|Thread\\.of(Platform|Virtual)|newFixedThreadPool|newSingleThread"
                + "|newCachedThreadPool|newVirtualThread|parallelStream|supplyAsync|runAsync"
                + "|new Timer\\(",
            "device-agent/src/main/java/dev/deviceagent/agent/Threads.java"));
  }

  /** The core is told the time, so that a test can tell it another. */
  @Test
  void theCoreHasNoClock() throws IOException {
    var core =
        uses("nanoTime\\(\\)|currentTimeMillis|Instant\\.now|Clock\\.").stream()
            .filter(use -> use.contains("/agent/core/") || use.startsWith("codec/"))
            .toList();
    assertEquals(List.of(), core);
  }

  /** A new vendor is a package of the codec; the agent acts on what vendors mean. */
  @Test
  void theAgentKnowsNoVendor() throws IOException {
    var uses =
        uses(
            "(?i)nertc|aicall|volcengine|alibaba",
            // The default of link.dialect, and a step of a played conversation.
            "device-agent/src/main/java/dev/deviceagent/agent/config/ConfigReader.java",
            "device-agent/src/main/java/dev/deviceagent/agent/demo/Conversation.java");
    assertEquals(
        List.of(), uses.stream().filter(use -> use.startsWith("device-agent/src/main")).toList());
  }

  /** A caught "anything" hides the bug that should have ended the process. */
  @Test
  void nobodyCatchesEverything() throws IOException {
    assertEquals(
        List.of(),
        uses(
            "catch \\((final )?(Exception|Throwable|RuntimeException) ",
            // A native call declares anything and throws nothing: there it becomes an error.
            "hal/src/main/java/dev/deviceagent/hal/linux/alsa/Alsa.java",
            "hal/src/main/java/dev/deviceagent/hal/linux/bus/Libc.java",
            // The JDK's HTTP server throws anything because of what a request holds.
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
            "device-agent/src/main/java/dev/deviceagent/agent/cli/Main.java"));
  }

  /** A word for everything is a word for nothing. */
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

  /** Past this there is a second idea in a file. The two tables of a vendor's whole format may. */
  @Test
  void filesAreShort() throws IOException {
    var wrong = new ArrayList<String>();
    for (var file : Sources.java("/src/main/")) {
      long lines = Files.readString(file).lines().count();
      if (lines > 300) {
        wrong.add(Sources.name(file) + " " + lines);
      }
    }
    assertEquals(List.of(), wrong);
  }

  /** Null is checked only where a package says so. */
  @Test
  void everyPackageIsNullMarked() throws IOException {
    var wrong = new ArrayList<String>();
    for (var folder :
        Set.copyOf(Sources.java("/src/main/").stream().map(Path::getParent).toList())) {
      var page = folder.resolve("package-info.java");
      boolean isModule = Files.exists(folder.resolve("module-info.java"));
      if (!isModule && !(Files.exists(page) && Files.readString(page).contains("@NullMarked"))) {
        wrong.add(Sources.name(folder));
      }
    }
    assertEquals(List.of(), wrong);
  }

  /** Where the main sources use a pattern, except in the files that may. */
  private static List<String> uses(String regex, String... allowed) throws IOException {
    var pattern = Pattern.compile(regex);
    var uses = new ArrayList<String>();
    for (var file : Sources.java("/src/main/")) {
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
