package dev.deviceagent.agent.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The order of a thread's jobs behind one that blocks until the test releases it. */
@Timeout(20)
class WorkerTest {
  private final Semaphore hasBegun = new Semaphore(0);
  private final Semaphore mayEnd = new Semaphore(0);
  private final BlockingQueue<String> done = new LinkedBlockingQueue<>();
  private final Worker worker =
      Worker.plain(
          "test",
          1,
          new Threads(bug -> {
            throw new AssertionError(bug);
          }));

  private void begin() {
    worker.add(() -> {
      hasBegun.release();
      mayEnd.acquireUninterruptibly();
    });
    hasBegun.acquireUninterruptibly();
  }

  @Test
  void theNewestWishGoesBeforeTheJobsThatWaitAndIsNotRefused() throws InterruptedException {
    begin();
    assertTrue(worker.add(() -> done.add("job")));
    assertFalse(worker.add(() -> done.add("one too many")));
    worker.replace(() -> done.add("outdated wish"));
    worker.replace(() -> done.add("wish"));
    mayEnd.release();
    assertEquals(List.of("wish", "job"), List.of(done.take(), done.take()));
    worker.replace(() -> done.add("next wish"));
    assertEquals("next wish", done.take());
  }

  @Test
  void whatIsDroppedIsNotDoneAndLeavesItsPlaceToAnother() throws InterruptedException {
    begin();
    worker.add(new Worker.Job(() -> done.add("job"), () -> done.add("dropped")));
    worker.drop().forEach(Runnable::run);
    assertTrue(worker.add(() -> done.add("another")));
    mayEnd.release();
    assertEquals(List.of("dropped", "another"), List.of(done.take(), done.take()));
    assertTrue(worker.add(() -> done.add("last")));
    assertEquals("last", done.take());
  }
}
