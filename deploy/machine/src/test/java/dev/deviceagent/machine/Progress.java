package dev.deviceagent.machine;

import java.io.PrintStream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** Prints each part, each of its checks with the time, and what a check reports. */
final class Progress implements TestExecutionListener {
  private final PrintStream out;
  private final long startNanos = System.nanoTime();

  Progress(PrintStream out) {
    this.out = out;
  }

  @Override
  public void executionStarted(TestIdentifier test) {
    if (test.getSource().filter(ClassSource.class::isInstance).isPresent()) {
      out.printf("%n%s%n", test.getDisplayName());
    }
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    var cause = result.getThrowable();
    switch (result.getStatus()) {
      case SUCCESSFUL -> {
        if (test.isTest()) {
          print("ok", test.getDisplayName());
        }
      }
      case ABORTED ->
          print(
              "skip", test.getDisplayName() + cause.map(why -> ": " + why.getMessage()).orElse(""));
      case FAILED -> {
        print("WRONG", test.getDisplayName() + cause.map(why -> ": " + why).orElse(""));
        cause
            .filter(why -> !(why instanceof AssertionError))
            .ifPresent(e -> e.printStackTrace(out));
      }
    }
  }

  @Override
  public void executionSkipped(TestIdentifier test, String reason) {
    print("skip", test.getDisplayName() + ": " + reason);
  }

  private void print(String verdict, String line) {
    double seconds = (System.nanoTime() - startNanos) / 1e9;
    out.printf("%-6s %6.1f s  %s%n", verdict, seconds, line);
  }

  @Override
  public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
    for (var value : entry.getKeyValuePairs().values()) {
      value.lines().forEach(line -> out.println(" ".repeat(17) + line));
    }
  }
}
