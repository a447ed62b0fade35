package dev.deviceagent.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The project's files, for the tests that read them. */
public final class Sources {
  /** The root of the checkout; tests run in the folder of their module. */
  public static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private Sources() {}

  /** Every Java file whose path contains this text. */
  static List<Path> java(String part) throws IOException {
    try (var files = Files.walk(ROOT)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> file.toString().contains("/src/") && file.toString().contains(part))
          .sorted()
          .toList();
    }
  }

  /** Every Java file that the rules apply to: the main sources, and the checks on a machine. */
  static List<Path> underRules() throws IOException {
    return java("/src/").stream()
        .filter(
            file -> name(file).contains("/src/main/") || name(file).startsWith("deploy/machine/"))
        .toList();
  }

  static String name(Path file) {
    return ROOT.relativize(file).toString();
  }
}
