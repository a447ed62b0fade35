import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Polls for a change in another machine, which does not notify this program. */
final class Wait {
  private Wait() {}

  /** A condition whose evaluation may fail with an exception. */
  interface Condition {
    boolean isTrue() throws IOException;
  }

  /** Whether the condition becomes true within this time. */
  static boolean until(Duration time, Condition condition) throws IOException {
    long end = System.nanoTime() + time.toNanos();
    while (!condition.isTrue()) {
      if (System.nanoTime() > end) {
        return false;
      }
      pause(Duration.ofMillis(20));
    }
    return true;
  }

  static void pause(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
