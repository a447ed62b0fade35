package dev.deviceagent.agent.cli;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** The entry point of the process. */
public final class Main {
  private Main() {}

  /** Runs the command line and exits with its exit code. */
  public static void main(String[] arguments) {
    var out = utf8(System.out);
    var err = utf8(System.err);
    int exit = is32Bit() ? refuse(err) : Cli.run(arguments, out, err);
    out.flush();
    err.flush();
    System.exit(exit);
  }

  /**
   * Structures shared with the kernel and with libasound are laid out for 64 bits. The property is
   * JDK-specific; a {@code ValueLayout} also gives the word size, but takes 10 ms to load its
   * classes.
   */
  private static boolean is32Bit() {
    return "32".equals(System.getProperty("sun.arch.data.model"));
  }

  private static int refuse(PrintWriter err) {
    err.println(
        "device-agent: this is a 32-bit Java; install a 64-bit Java 25, on a 64-bit Linux, and set"
            + " JAVA_HOME to it");
    return Failure.UNAVAILABLE;
  }

  /** UTF-8 in every locale: the output contains Chinese, and JSON is UTF-8. */
  private static PrintWriter utf8(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }
}
