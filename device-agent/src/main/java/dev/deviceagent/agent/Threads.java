package dev.deviceagent.agent;

import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;

/**
 * The one place where threads start. Each has a name and a place in the table of {@code
 * ARCHITECTURE.md}; what escapes from one is a bug of ours, and ends the process.
 */
public final class Threads {
  private final Thread.UncaughtExceptionHandler onBug;

  public Threads(Consumer<Throwable> onBug) {
    this.onBug = (_, bug) -> onBug.accept(bug);
  }

  /** A platform thread, for what owns a device, or state. */
  public Thread platform(String name, Runnable work) {
    return Thread.ofPlatform().name(name).daemon().uncaughtExceptionHandler(onBug).start(work);
  }

  /** A virtual thread, for what only waits for a socket. */
  public Thread virtual(String name, Runnable work) {
    return Thread.ofVirtual().name(name).uncaughtExceptionHandler(onBug).start(work);
  }

  /** Makes platform threads of one name, for who starts them itself: a board's drivers. */
  public ThreadFactory factory(String name) {
    return Thread.ofPlatform().name(name).daemon().uncaughtExceptionHandler(onBug).factory();
  }

  /** A thread for {@link Runtime#addShutdownHook}, which starts it. */
  public static Thread atShutdown(Runnable work) {
    return Thread.ofPlatform().name("shutdown").unstarted(work);
  }
}
