package dev.deviceagent.agent.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ThreadsTest {
  @Test
  void whatEscapesFromAThreadIsToldAsABug() throws Exception {
    for (boolean isVirtual : new boolean[] {false, true}) {
      var told = new CompletableFuture<Throwable>();
      var threads = new Threads(told::complete);
      var bug = new IllegalStateException("a bug");
      Runnable work =
          () -> {
            throw bug;
          };
      var thread = isVirtual ? threads.virtual("v", work) : threads.platform("p", work);
      assertEquals(bug, told.get(10, TimeUnit.SECONDS));
      assertEquals(isVirtual ? "v" : "p", thread.getName());
    }
  }
}
