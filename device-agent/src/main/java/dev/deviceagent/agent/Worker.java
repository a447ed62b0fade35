package dev.deviceagent.agent;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One device's thread: does its jobs in order, so that a device is never called from two threads,
 * and a slow one holds up nobody else.
 */
final class Worker {
  private final BlockingQueue<Job> jobs;
  private final @Nullable Runnable whenIdle;
  private final long idleNanos;
  private final String name;
  private volatile long busySince = Duty.IDLE;

  /**
   * @param ifDropped what to do when it is dropped before it has begun; null: it cannot be
   */
  record Job(Runnable work, @Nullable Runnable ifDropped) {}

  /**
   * @param waitingMost how many jobs may wait
   * @param whenIdle done whenever nothing was to do for so long; null for nothing
   */
  Worker(
      String name, int waitingMost, @Nullable Runnable whenIdle, Duration idle, Threads threads) {
    this.name = name;
    this.jobs = new LinkedBlockingQueue<>(waitingMost);
    this.whenIdle = whenIdle;
    this.idleNanos = whenIdle == null ? Long.MAX_VALUE : idle.toNanos();
    threads.platform(name, this::run);
  }

  static Worker plain(String name, int waitingMost, Threads threads) {
    return new Worker(name, waitingMost, null, Duration.ZERO, threads);
  }

  /** Adds a job; false where too many wait. */
  boolean add(Runnable work) {
    return add(new Job(work, null));
  }

  boolean add(Job job) {
    return jobs.offer(job);
  }

  /** Drops every job that has not begun, and adds this one: only the newest counts. */
  synchronized void replace(Runnable work) {
    jobs.clear();
    jobs.add(new Job(work, null));
  }

  /** Its jobs, each of which must end. */
  Duty duty(Duration patience) {
    return new Duty(name, () -> busySince, patience);
  }

  /** Takes out every droppable job that has not begun. */
  List<Runnable> drop() {
    var dropped = new ArrayList<Runnable>();
    for (var job : List.copyOf(jobs)) {
      if (job.ifDropped() != null && jobs.remove(job)) {
        dropped.add(job.ifDropped());
      }
    }
    return dropped;
  }

  private void run() {
    try {
      while (true) {
        var job = jobs.poll(idleNanos, TimeUnit.NANOSECONDS);
        busySince = System.nanoTime();
        if (job != null) {
          job.work().run();
        } else if (whenIdle != null) {
          whenIdle.run();
        }
        busySince = Duty.IDLE;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // nobody interrupts it; if so, it ends
    }
  }
}
