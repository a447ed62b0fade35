package dev.deviceagent.agent.runtime;

import dev.deviceagent.agent.core.Core;
import dev.deviceagent.agent.core.Moment;
import java.time.Instant;

/** The thread that owns the state. It handles one input at a time, and a tick at each deadline. */
public final class Loop implements Runnable {
  private final Core core;
  private final Inbox inbox;
  private final Watchdog watchdog;

  public Loop(Core core, Inbox inbox, Watchdog watchdog) {
    this.core = core;
    this.inbox = inbox;
    this.watchdog = watchdog;
  }

  @Override
  public void run() {
    boolean wasTick = false;
    try {
      while (!core.isOver()) {
        watchdog.tick(System.nanoTime());
        long deadline = Math.min(core.deadlineNanos(), watchdog.deadlineNanos());
        long wait = deadline == Long.MAX_VALUE ? deadline : deadline - System.nanoTime();
        // After a tick one message is served, even if the next deadline has passed already.
        var input = inbox.next(wasTick ? Math.max(wait, 1) : wait);
        var now = new Moment(System.nanoTime(), Instant.now());
        wasTick = input == null;
        if (input == null) {
          core.tick(now);
        } else {
          core.accept(input, now);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // never interrupted; if it is, the loop ends
    }
  }
}
