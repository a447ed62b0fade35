package dev.deviceagent.agent.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WatcherTest {
  /** A browser that accepts its first bytes only when the test allows it. */
  private static final class SlowBrowser implements Watcher.Browser {
    private final CountDownLatch isWriting = new CountDownLatch(1);
    private final CountDownLatch mayTake = new CountDownLatch(1);
    private final ByteArrayOutputStream taken = new ByteArrayOutputStream();

    @Override
    public void write(byte[] bytes) throws IOException {
      isWriting.countDown();
      try {
        mayTake.await();
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
      taken.write(bytes);
    }

    private String taken() {
      return taken.toString(StandardCharsets.UTF_8);
    }
  }

  private final Watcher watcher = new Watcher(new ReentrantLock());
  private final SlowBrowser browser = new SlowBrowser();

  private CompletableFuture<Void> follow() {
    return CompletableFuture.runAsync(() -> {
      try {
        watcher.follow(browser);
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    });
  }

  @Test
  void aSlowBrowserGetsTheNewestOfEachKindAndTheLastLines() throws Exception {
    watcher.tell("status", "first");
    var following = follow();
    browser.isWriting.await();
    for (int i = 0; i < 300; i++) {
      watcher.tell("leds", "frame " + i);
      watcher.tell(Watcher.LINE, "line " + i);
    }
    watcher.tell("status", "last");
    browser.mayTake.countDown();
    while (!browser.taken().contains("line 299")) {
      Thread.onSpinWait();
    }
    watcher.close();
    following.get();
    var taken = browser.taken();
    assertTrue(taken.startsWith("event: status\ndata: first\n\n"), taken);
    assertFalse(taken.contains("frame 298"));
    assertTrue(taken.contains("event: leds\ndata: frame 299\n\n"));
    assertTrue(taken.contains("data: last\n\n"));
    assertFalse(taken.contains("line 199\n"));
    assertTrue(taken.contains("event: log\ndata: line 200\n\n"));
  }

  @Test
  void aClosedOneEndsWithoutAnotherWord() throws Exception {
    watcher.tell("leds", "frame");
    watcher.close();
    browser.mayTake.countDown();
    follow().get();
    assertEquals("", browser.taken());
  }
}
