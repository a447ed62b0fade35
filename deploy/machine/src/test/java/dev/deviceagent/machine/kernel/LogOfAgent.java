package dev.deviceagent.machine.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/** Reports the log of the agent after an error. A check that does not hold says enough itself. */
final class LogOfAgent implements TestWatcher {
  @Override
  public void testFailed(ExtensionContext check, Throwable cause) {
    if (cause instanceof AssertionError) {
      return;
    }
    try {
      check.publishReportEntry("log", KernelAgent.log());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
