package dev.deviceagent.machine;

import static java.util.Objects.requireNonNull;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** Runs classes of checks with JUnit, one after the other. */
public final class CheckRun {
  private CheckRun() {}

  /**
   * Prints each check as it ends, and last the line with the counts, which scripts read.
   *
   * @param name the name in that line
   * @param limit the time limit for one check. JUnit then interrupts it.
   * @return the exit code
   */
  public static int run(String name, Duration limit, List<Class<?>> parts, PrintStream out) {
    var request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(parts.stream().map(DiscoverySelectors::selectClass).toList())
            .configurationParameter(
                "junit.jupiter.execution.timeout.default", limit.toSeconds() + " s")
            .build();
    var counter = new SummaryGeneratingListener();
    LauncherFactory.create().execute(request, new Progress(out), counter);

    var counts = counter.getSummary();
    long passed = counts.getTestsSucceededCount();
    long skipped = counts.getTestsSkippedCount() + counts.getTestsAbortedCount();
    // Also those that JUnit did not start, because the preparation of their part failed.
    long failed = counts.getTestsFoundCount() - passed - skipped;
    if (failed == 0) {
      failed = counts.getContainersFailedCount(); // the end of a part
    }
    out.printf("%n%s: %d passed, %d failed, %d skipped%n", name, passed, failed, skipped);
    return failed == 0 ? 0 : 1;
  }

  /** A system property that the script has set. */
  public static String setting(String name) {
    return requireNonNull(System.getProperty(name), name);
  }
}
