package dev.deviceagent.agent.link;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/**
 * The backoff after a connection could not be accepted: the wait doubles up to one second, and one
 * error a minute is logged. For the accepting thread only.
 */
final class AcceptBackoff {
  private static final Duration SHORTEST = Duration.ofMillis(10);
  private static final Duration LONGEST = Duration.ofSeconds(1);
  private static final Duration BETWEEN_ERRORS = Duration.ofMinutes(1);

  private final Path path;
  private Duration wait = SHORTEST;
  private long failures;
  private @Nullable Long lastErrorNanos;
  private boolean isErrorOpen;

  AcceptBackoff(Path path) {
    this.path = path;
  }

  /**
   * Counts a failure.
   *
   * @return how long to wait before the next attempt
   */
  Duration failed(IOException cause, long nowNanos) {
    failures++;
    if (lastErrorNanos == null || nowNanos - lastErrorNanos >= BETWEEN_ERRORS.toNanos()) {
      Logger.error(
          "{}: cannot accept a connection ({}); retrying; failures: {}",
          path,
          cause.getMessage(),
          failures);
      lastErrorNanos = nowNanos;
      isErrorOpen = true;
    }
    var now = wait;
    wait = wait.multipliedBy(2).compareTo(LONGEST) < 0 ? wait.multipliedBy(2) : LONGEST;
    return now;
  }

  /** A connection was accepted. */
  void succeeded() {
    wait = SHORTEST;
    if (isErrorOpen) {
      Logger.info("{}: accepts connections again; failures: {}", path, failures);
      isErrorOpen = false;
      failures = 0;
    }
  }
}
