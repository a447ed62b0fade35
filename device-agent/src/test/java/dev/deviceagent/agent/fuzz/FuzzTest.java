package dev.deviceagent.agent.fuzz;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deviceagent.agent.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs every target, without a fuzzer, on its seeds and on each input that once failed. */
@Timeout(120)
class FuzzTest {
  private static final Path FOUND = Path.of("src", "test", "resources", "fuzz");

  static List<String> targets() {
    return List.copyOf(Targets.all().keySet());
  }

  @ParameterizedTest
  @MethodSource("targets")
  void everySeedHolds(String name) throws Exception {
    var target = Targets.open(name);
    var seeds = target.seeds();
    assertFalse(seeds.isEmpty(), "nothing to start from");
    for (var seed : seeds) {
      run(target, seed, "seed " + HexFormat.of().formatHex(seed));
    }
  }

  @ParameterizedTest
  @MethodSource("targets")
  void everyInputThatOnceFailedHolds(String name) throws Exception {
    var target = Targets.open(name);
    for (var file : found(name)) {
      run(target, Files.readAllBytes(file), file.toString());
    }
  }

  @Test
  void theScriptNamesEveryTarget() throws IOException {
    var script = Files.readString(Sources.ROOT.resolve("deploy/fuzz"));
    var names = String.join(" ", targets());
    assertTrue(script.contains("\nall=\"" + names + "\"\n"), names);
    assertTrue(script.contains("of: " + names + "\n"), names);
  }

  private static List<Path> found(String name) throws IOException {
    var folder = FOUND.resolve(name);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  private static void run(Target target, byte[] input, String about) throws Exception {
    try {
      target.run(input);
    } catch (AssertionError | Exception e) {
      throw new AssertionError(about + ": " + e.getMessage(), e);
    }
  }
}
