package dev.deviceagent.machine;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Starts every thread of the checks. None of them keeps the program alive. */
public final class Background {
  private Background() {}

  /** Reads from a machine until its end. */
  public static void read(String name, Runnable reader) {
    Thread.ofVirtual().name(name).start(reader);
  }

  /** Computes a value that another thread waits for. */
  public static <T> CompletableFuture<T> supply(Supplier<T> work) {
    return CompletableFuture.supplyAsync(work, task -> Thread.ofVirtual().start(task));
  }

  /** A shutdown hook, which its owner removes when nothing is left to clean up. */
  public static Thread atExit(Runnable cleanup) {
    var hook = Thread.ofPlatform().name("cleanup").unstarted(cleanup);
    Runtime.getRuntime().addShutdownHook(hook);
    return hook;
  }
}
