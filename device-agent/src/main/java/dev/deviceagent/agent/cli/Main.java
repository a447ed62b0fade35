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
    int exit = Cli.run(arguments, out, err);
    out.flush();
    err.flush();
    System.exit(exit);
  }

  /** Whatever the locale: what is printed has Chinese in it, and JSON is UTF-8. */
  private static PrintWriter utf8(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }
}
