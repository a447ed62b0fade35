package dev.deviceagent.agent.runtime;

import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;

/**
 * The only place that starts threads. Each thread has a name and a row in the table of {@code
 * ARCHITECTURE.md}. An uncaught exception is a bug and ends the process.
 */
public final class Threads {
  private final Thread.UncaughtExceptionHandler onBug;

  public Threads(Consumer<Throwable> onBug) {
    this.onBug = (_, bug) -> onBug.accept(bug);
  }

  /** Starts a platform thread, for code that owns a device or state. */
  public Thread platform(String name, Runnable work) {
    return Thread.ofPlatform().name(name).daemon().uncaughtExceptionHandler(onBug).start(work);
  }

  /** Starts a virtual thread, for code that only waits for a socket. */
  public Thread virtual(String name, Runnable work) {
    return Thread.ofVirtual().name(name).uncaughtExceptionHandler(onBug).start(work);
  }

  /** A factory for platform threads of one name, for a board's drivers, which start their own. */
  public ThreadFactory factory(String name) {
    return Thread.ofPlatform().name(name).daemon().uncaughtExceptionHandler(onBug).factory();
  }

  /** A thread for {@link Runtime#addShutdownHook}, which starts it. */
  public static Thread atShutdown(Runnable work) {
    return Thread.ofPlatform().name("shutdown").unstarted(work);
  }
}
