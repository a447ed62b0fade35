package dev.deviceagent.agent.runtime;

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
 * The thread of one device. It runs jobs in order, so only one thread calls the device, and a slow
 * device delays no other. Thread-safe; no method waits for a job.
 */
public final class Worker {
  private final BlockingQueue<Job> jobs;
  private final AtomicReference<@Nullable Runnable> newest = new AtomicReference<>();

  /** One permit for each job and one for the newest wish. Dropped jobs leave extra permits. */
  private final Semaphore added = new Semaphore(0);

  private final @Nullable Runnable whenIdle;
  private final long idleNanos;
  private final String name;
  private volatile long busySince = Heartbeat.IDLE;

  /**
   * @param ifDropped runs if the job is dropped before it begins; null if the job is not droppable
   */
  public record Job(Runnable work, @Nullable Runnable ifDropped) {}

  /**
   * @param waitingMost how many jobs may wait
   * @param whenIdle runs after this idle time; null for nothing
   */
  public Worker(
      String name, int waitingMost, @Nullable Runnable whenIdle, Duration idle, Threads threads) {
    this.name = name;
    this.jobs = new LinkedBlockingQueue<>(waitingMost);
    this.whenIdle = whenIdle;
    this.idleNanos = whenIdle == null ? Long.MAX_VALUE : idle.toNanos();
    threads.platform(name, this::run);
  }

  public static Worker plain(String name, int waitingMost, Threads threads) {
    return new Worker(name, waitingMost, null, Duration.ZERO, threads);
  }

  /** Adds a job; returns false if too many wait. */
  public boolean add(Runnable work) {
    return add(new Job(work, null));
  }

  public boolean add(Job job) {
    boolean isAdded = jobs.offer(job);
    if (isAdded) {
      added.release();
    }
    return isAdded;
  }

  /**
   * Runs this before the waiting jobs. Replaces an earlier wish that is still waiting, because only
   * the newest counts. Never refused, and does not count as a waiting job.
   */
  public void replace(Runnable wish) {
    if (newest.getAndSet(wish) == null) {
      added.release();
    }
  }

  /** The heartbeat: each job must end in time. */
  public Heartbeat heartbeat(Duration patience) {
    return new Heartbeat(name, () -> busySince, patience);
  }

  /** Removes every droppable job that still waits. */
  public List<Runnable> drop() {
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
        busySince = Heartbeat.IDLE;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // never interrupted; if it is, the thread ends
    }
  }

  /** Null if the added job has been dropped. */
  private @Nullable Runnable next() {
    var wish = newest.getAndSet(null);
    if (wish != null) {
      return wish;
    }
    var job = jobs.poll();
    return job == null ? null : job.work();
  }
}
