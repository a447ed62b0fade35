package dev.deviceagent.agent.storage;

import dev.deviceagent.agent.core.Input;
import dev.deviceagent.agent.core.TalkMark;
import dev.deviceagent.agent.runtime.Heartbeat;
import dev.deviceagent.agent.runtime.Inbox;
import dev.deviceagent.agent.runtime.Threads;
import dev.deviceagent.agent.runtime.Worker;
import dev.deviceagent.hal.Light;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/**
 * Stores what must survive a restart. Writes on a separate thread, so no caller waits for the disk.
 * Thread-safe, except for {@link #keepMute}.
 */
public final class Memory {
  /** A caller waits for the answer to each mute request, so the number of requests is limited. */
  private static final int WAITING_MOST = 64;

  private final Store store;
  private final LightMemory lights;
  private final Inbox inbox;
  private final Worker files;
  private final AtomicBoolean isForcing = new AtomicBoolean();

  /**
   * @param lights whose states are stored
   * @param inbox receives {@link Input.MuteKept}
   */
  public Memory(Store store, SequencedMap<String, Light> lights, Inbox inbox, Threads threads) {
    this.store = store;
    this.lights = new LightMemory(store, lights);
    this.inbox = inbox;
    files = Worker.plain("files", WAITING_MOST, threads);
  }

  public Heartbeat heartbeat(Duration patience) {
    return files.heartbeat(patience);
  }

  /** Called before the start of a talk is written to a bridge, and after its end is written. */
  public void mark(TalkMark mark) {
    if (mark != TalkMark.NONE) {
      markTalking(mark == TalkMark.START);
    }
  }

  /**
   * Records whether a talk is open. The mark outlives a killed process immediately, and a power
   * failure some milliseconds later, when it is on the disk.
   */
  public void markTalking(boolean talking) {
    store.markTalking(talking);
    if (isForcing.compareAndSet(false, true) && !files.add(this::force)) {
      isForcing.set(false); // another write to the disk follows soon
    }
  }

  private void force() {
    isForcing.set(false);
    store.keepTalking();
  }

  /** Stores the state of the lights. If too many changes wait, a later change stores them. */
  public void keepLights(Map<String, Light.State> states) {
    files.add(() -> lights.keep(states));
  }

  /** Sets every light to its start state. Calls the lights, so it runs on their thread. */
  public void restoreLights() {
    lights.restore();
  }

  /** Waits until everything is stored, or until the timeout. */
  public void finish(Duration wait) {
    var done = new CountDownLatch(1);
    try {
      if (!files.add(done::countDown) || !done.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
        Logger.error("the disk is slow: the last changes may be lost at the restart");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Stores the owner's mute; {@link Input.MuteKept} is the answer. Core thread only. */
  public void keepMute(boolean muted) {
    boolean isAdded = files.add(() -> inbox.accept(new Input.MuteKept(muted, storeMute(muted))));
    if (!isAdded) {
      inbox.acceptFromCore(
          new Input.MuteKept(
              muted, "the change is not saved: too many changes are waiting; try again"));
    }
  }

  /** Returns the problem, or null. */
  private @Nullable String storeMute(boolean muted) {
    try {
      store.keepMute(muted);
      return null;
    } catch (IOException e) {
      return "the change is not saved: " + e + "; check the disk of state.directory";
    }
  }
}
