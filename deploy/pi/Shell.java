import java.nio.file.Path;
import java.time.Duration;

/** Gives a person a prompt in the machine. The machine ends with the prompt. */
final class Shell {
  private Shell() {}

  public static void main(String[] arguments) throws Exception {
    long start = System.nanoTime();
    int code;
    try (var qemu = Qemu.start(new Folder(Path.of(arguments[0])), Setup.READY)) {
      qemu.connect(Duration.ofMinutes(5));
      System.err.printf(
          "the machine is up after %.1f s; you are root in it. It ends, and forgets all, when you"
              + " leave: exit, or Ctrl-D%n",
          (System.nanoTime() - start) / 1e9);
      code = new ProcessBuilder(qemu.guest().prompt()).inheritIO().start().waitFor();
    }
    System.exit(code);
  }
}
