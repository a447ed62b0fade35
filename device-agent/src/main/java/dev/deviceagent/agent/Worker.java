package dev.deviceagent.agent;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One device's thread: does its jobs in order, so that a device is never called from two threads,
 * and a slow one holds up nobody else. Its methods are for any thread, and none waits for a job.
 */
final class Worker {
  private final BlockingQueue<Job> jobs;
  private final AtomicReference<@Nullable Runnable> newest = new AtomicReference<>();

  /** One for each job and for the newest wish; more where jobs were dropped. */
  private final Semaphore added = new Semaphore(0);

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
    boolean isAdded = jobs.offer(job);
    if (isAdded) {
      added.release();
    }
    return isAdded;
  }

  /**
   * Does this before the jobs that wait, and in the place of an earlier wish that has not begun:
   * only the newest counts. Never refused, and takes up no job's place.
   */
  void replace(Runnable wish) {
    if (newest.getAndSet(wish) == null) {
      added.release();
    }
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
        boolean isAdded = added.tryAcquire(idleNanos, TimeUnit.NANOSECONDS);
        busySince = System.nanoTime();
        var work = isAdded ? next() : whenIdle;
        if (work != null) {
          work.run();
        }
        busySince = Duty.IDLE;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // nobody interrupts it; if so, it ends
    }
  }

  /** Null where what was added has been dropped. */
  private @Nullable Runnable next() {
    var wish = newest.getAndSet(null);
    if (wish != null) {
      return wish;
    }
    var job = jobs.poll();
    return job == null ? null : job.work();
  }
}
