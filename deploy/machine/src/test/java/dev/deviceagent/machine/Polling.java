package dev.deviceagent.machine;

import java.io.InterruptedIOException;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** Waits for a change in another process or machine, which does not notify this program. */
public final class Polling {
  private static final Duration INTERVAL = Duration.ofMillis(20);

  private Polling() {}

  /** Evaluates a condition on the caller's thread until it is true, or fails after this time. */
  public static ConditionFactory within(Duration time) {
    return Awaitility.with()
        .pollInSameThread()
        .pollDelay(Duration.ZERO)
        .pollInterval(INTERVAL)
        .await()
        .atMost(time);
  }

  /** Lets time pass, such as while a button is held. */
  public static void pause(Duration time) throws InterruptedIOException {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /** The interruption of a wait, by JUnit's time limit. */
  public static InterruptedIOException interrupted(InterruptedException cause) {
    var interruption = new InterruptedIOException("interrupted by the time limit of the check");
    interruption.initCause(cause);
    return interruption;
  }
}
