package dev.deviceagent.machine;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/**
 * Ends a part at an error, such as a lost connection. Its remaining checks fail without running, so
 * each run has the same number of checks and none waits for a machine that is gone.
 */
final class EndsEarly implements BeforeEachCallback, AfterEachCallback {
  private static final Namespace NAMESPACE = Namespace.create(EndsEarly.class);
  private static final String FIRST = "the check that ended the part";

  @Override
  public void beforeEach(ExtensionContext check) {
    var first = part(check).get(FIRST, String.class);
    if (first != null) {
      throw new AssertionFailedError("it did not run, because '" + first + "' ended the part");
    }
  }

  @Override
  public void afterEach(ExtensionContext check) {
    check
        .getExecutionException()
        .filter(e -> !(e instanceof AssertionError || e instanceof TestAbortedException))
        .ifPresent(e -> part(check).put(FIRST, check.getDisplayName()));
  }

  /** The values that live as long as the test class does. */
  private static Store part(ExtensionContext check) {
    var context = check;
    while (context.getTestMethod().isPresent() && context.getParent().isPresent()) {
      context = context.getParent().get();
    }
    return context.getStore(NAMESPACE);
  }
}
