package dev.deviceagent.agent.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The watchdog in virtual time. */
class WatchdogTest {
  private static final Duration PERIOD = Duration.ofSeconds(9);

  private final AtomicLong busySince = new AtomicLong(Heartbeat.IDLE);
  private int fed;
  private boolean isDeaf;

  private Watchdog dog(@Nullable Duration period) {
    var heartbeat = new Heartbeat("the work", busySince::get, Duration.ofSeconds(10));
    return new Watchdog(
        period,
        List.of(heartbeat),
        () -> {
          fed++;
          return !isDeaf;
        });
  }

  private static long seconds(long seconds) {
    return Duration.ofSeconds(seconds).toNanos();
  }

  @Test
  void aLoopThatTurnsFeedsItThreeTimesInItsPeriod() {
    var dog = dog(PERIOD);
    for (int tenth = 0; tenth < 900; tenth++) {
      dog.tick(tenth * seconds(1) / 10);
    }
    assertEquals(30, fed);
  }

  @Test
  void theLoopIsWokenInTime() {
    var dog = dog(PERIOD);
    dog.tick(0);
    assertEquals(seconds(3), dog.deadlineNanos());
    dog.tick(seconds(3));
    assertEquals(2, fed);
    assertEquals(seconds(6), dog.deadlineNanos());
  }

  /**
   * systemd's queue is full: without a retry, two lost notifications in a row would end the
   * process.
   */
  @Test
  void aFeedThatWasDroppedIsRepeatedSoon() {
    var dog = dog(PERIOD);
    isDeaf = true;
    dog.tick(0);
    assertEquals(seconds(3) / 10, dog.deadlineNanos());
    dog.tick(seconds(3) / 10 - 1);
    assertEquals(1, fed);
    dog.tick(seconds(3) / 10);
    assertEquals(2, fed);
    isDeaf = false;
    dog.tick(seconds(1));
    assertEquals(3, fed);
    assertEquals(seconds(4), dog.deadlineNanos());
  }

  @Test
  void whoIsNotWatchedIsNotWoken() {
    var dog = dog(null);
    dog.tick(0);
    dog.tick(seconds(1000));
    assertEquals(0, fed);
    assertEquals(Long.MAX_VALUE, dog.deadlineNanos());
  }

  @Test
  void aDutyThatHangsStarvesItUntilItGoesOn() {
    var dog = dog(PERIOD);
    busySince.set(seconds(1));
    dog.tick(seconds(3));
    dog.tick(seconds(11)); // the limit is ten seconds
    assertEquals(2, fed);
    dog.tick(seconds(14));
    dog.tick(seconds(17));
    assertEquals(2, fed);
    busySince.set(seconds(18)); // the next work item
    dog.tick(seconds(20));
    assertEquals(3, fed);
  }

  @Test
  void aDutyThatWaitsForWorkNeverHangs() {
    var dog = dog(PERIOD);
    for (int i = 0; i < 1000; i++) {
      dog.tick(seconds(3L * i));
    }
    assertEquals(1000, fed);
  }

  @Test
  void aWorkerIsBusyOnlyWhileItWorks() throws InterruptedException {
    var worker = Worker.plain("test", 1, new Threads(bug -> {}));
    var heartbeat = worker.heartbeat(Duration.ZERO);
    var begun = new CountDownLatch(1);
    var end = new CountDownLatch(1);
    worker.add(() -> {
      begun.countDown();
      try {
        end.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    });
    begun.await();
    assertTrue(heartbeat.isStuck(System.nanoTime() + 1));
    end.countDown();
    var next = new CountDownLatch(1);
    while (!worker.add(next::countDown)) {
      Thread.onSpinWait();
    }
    next.await();
    while (heartbeat.isStuck(System.nanoTime() + 1)) {
      Thread.onSpinWait(); // it finishes its job
    }
  }
}
