package dev.deviceagent.agent.storage;

import dev.deviceagent.agent.core.Input;
import dev.deviceagent.agent.core.TalkMark;
import dev.deviceagent.agent.runtime.Heartbeat;
import dev.deviceagent.agent.runtime.Threads;
import dev.deviceagent.agent.runtime.Worker;
import dev.deviceagent.hal.Light;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.tinylog.Logger;

/**
 * Stores what must survive a restart. Writes on a separate thread, so no caller waits for the disk.
 * Thread-safe.
 */
public final class Memory {
  /** A caller waits for the answer to each mute request, so the number of requests is limited. */
  private static final int WAITING_MOST = 64;

  private final Store store;
  private final Consumer<Input> inbox;
  private final Worker files;
  private final AtomicBoolean isForcing = new AtomicBoolean();

  /**
   * @param inbox receives {@link Input.MuteKept}
   */
  public Memory(Store store, Consumer<Input> inbox, Threads threads) {
    this.store = store;
    this.inbox = inbox;
    files = Worker.plain("files", WAITING_MOST, threads);
  }

  public Store store() {
    return store;
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
  public void keepLights(LightMemory lights, Map<String, Light.State> states) {
    files.add(() -> lights.keep(states));
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

  /**
   * Stores the owner's mute; {@link Input.MuteKept} is the answer.
   *
   * @return false if too many changes wait; then no answer follows
   */
  public boolean keepMute(boolean muted) {
    return files.add(() -> {
      String failure = null;
      try {
        store.keepMute(muted);
      } catch (IOException e) {
        failure = "the change is not saved: " + e + "; check the disk of state.directory";
      }
      inbox.accept(new Input.MuteKept(muted, failure));
    });
  }
}
