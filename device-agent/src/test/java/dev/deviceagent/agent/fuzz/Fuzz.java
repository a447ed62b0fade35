package dev.deviceagent.agent.fuzz;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The entry point of {@code deploy/fuzz}. Jazzer calls two methods by name; {@code main} handles
 * {@code seeds FOLDER} and {@code replay TARGET FILE}.
 */
public final class Fuzz {
  private static @Nullable Target target;

  private Fuzz() {}

  /** Jazzer's {@code --target_args}: the name of the target. */
  public static void fuzzerInitialize(String[] arguments) throws Exception {
    target = Targets.open(arguments[0]);
  }

  public static void fuzzerTestOneInput(byte[] input) throws Exception {
    if (target == null) {
      throw new IllegalStateException("no target was named");
    }
    target.run(input);
  }

  public static void main(String[] words) throws Exception {
    switch (words[0]) {
      case "seeds" -> seeds(Path.of(words[1]));
      case "replay" -> replay(words[1], Path.of(words[2]));
      default -> throw new IllegalArgumentException(words[0]);
    }
    System.exit(0); // a target's threads may still wait
  }

  /**
   * Writes long seeds to a separate folder: the tests run them, and a fuzzer runs all seeds first.
   */
  private static void seeds(Path folder) throws Exception {
    for (var name : Targets.all().keySet()) {
      for (var seed : Targets.open(name).seeds()) {
        boolean isShort = Arrays.equals(seed, Stretch.of(seed));
        write(folder.resolve(isShort ? "short" : "long").resolve(name), seed);
      }
    }
  }

  private static void replay(String name, Path file) throws Exception {
    var opened = Targets.open(name);
    try {
      opened.run(Files.readAllBytes(file));
      System.out.println(name + ": it holds");
    } catch (AssertionError | StackOverflowError | Exception e) {
      e.printStackTrace();
      System.exit(1);
    }
  }

  private static void write(Path folder, byte[] seed) throws Exception {
    var digest = MessageDigest.getInstance("SHA-1").digest(seed);
    Files.createDirectories(folder);
    Files.write(folder.resolve(HexFormat.of().formatHex(digest)), seed);
  }
}
