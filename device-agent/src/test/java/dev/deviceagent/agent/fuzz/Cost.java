package dev.deviceagent.agent.fuzz;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/**
 * The cost of work on the calling thread. CPU time, not elapsed time: a busy machine does not
 * change the result.
 *
 * @param bytes allocated, whether they were kept or not
 */
public record Cost(long cpuNanos, long bytes) {
  public static final Cost NONE = new Cost(0, 0);

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** A first run is slow while classes are loaded and code is not compiled yet. */
  private static final int ATTEMPTS = 3;

  /** Work that may throw any exception. */
  public interface Work {
    void run() throws Exception;
  }

  /** Work that measures itself. */
  public interface Measured {
    Cost run() throws Exception;
  }

  public static Cost of(Work work) throws Exception {
    long bytes = THREADS.getCurrentThreadAllocatedBytes();
    long nanos = THREADS.getCurrentThreadCpuTime();
    work.run();
    return new Cost(
        THREADS.getCurrentThreadCpuTime() - nanos,
        THREADS.getCurrentThreadAllocatedBytes() - bytes);
  }

  /** The maximum of each value. */
  public Cost max(Cost other) {
    return new Cost(Math.max(cpuNanos, other.cpuNanos), Math.max(bytes, other.bytes));
  }

  /**
   * Fails if the work exceeds this cost three times in a row.
   *
   * @param work what is measured; it runs again if it exceeds the limit
   */
  public void limit(Measured work) throws Exception {
    for (int attempt = 1; ; attempt++) {
      var cost = work.run();
      if (cost.cpuNanos <= cpuNanos && cost.bytes <= bytes) {
        return;
      }
      if (attempt == ATTEMPTS) {
        throw new AssertionError("costs %s; the limit is %s".formatted(cost, this));
      }
    }
  }

  @Override
  public String toString() {
    return "%d ms of CPU and %d KiB".formatted(cpuNanos / 1_000_000, bytes / 1024);
  }
}
