package dev.deviceagent.agent.cli;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Where the process begins. */
public final class Main {
  private Main() {}

  /** Runs the command line; its exit code is the process's. */
  public static void main(String[] arguments) {
    var out = utf8(System.out);
    var err = utf8(System.err);
    int exit = is32Bit() ? refuse(err) : Cli.run(arguments, out, err);
    out.flush();
    err.flush();
    System.exit(exit);
  }

  /**
   * The structures that are shared with the kernel and with libasound are laid out for 64 bits. The
   * property is the JDK's; a {@code ValueLayout} would tell too, after 10 ms of loading classes.
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

  /** Whatever the locale: what is printed has Chinese in it, and JSON is UTF-8. */
  private static PrintWriter utf8(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }
}
