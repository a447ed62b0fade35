package dev.deviceagent.machine.pi;

import java.io.IOException;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.opentest4j.TestAbortedException;

/** Gives all parts one {@link Bench}, which JUnit closes after the last part. */
final class BenchOfParts
    implements ParameterResolver, BeforeAllCallback, BeforeEachCallback, AfterEachCallback {
  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Bench.class;
  }

  @Override
  public Bench resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return bench(context);
  }

  @Override
  public void beforeAll(ExtensionContext part) throws IOException {
    bench(part).reportTo(part::publishReportEntry);
    if (part.getRequiredTestClass().getAnnotation(PiPart.class).continues()) {
      bench(part).requireSpeaker();
    }
  }

  @Override
  public void beforeEach(ExtensionContext check) {
    bench(check).reportTo(check::publishReportEntry);
  }

  @Override
  public void afterEach(ExtensionContext check) {
    check
        .getExecutionException()
        .filter(e -> !(e instanceof TestAbortedException))
        .ifPresent(e -> bench(check).fail());
  }

  private static Bench bench(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(Namespace.create(BenchOfParts.class))
        .getOrComputeIfAbsent("bench", key -> new Bench(Delivery.fromSettings()), Bench.class);
  }
}
