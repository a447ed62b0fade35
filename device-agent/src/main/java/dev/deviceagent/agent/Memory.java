package dev.deviceagent.agent;

import dev.deviceagent.agent.core.Input;
import dev.deviceagent.agent.core.TalkMark;
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
 * Keeps over a restart what must not be forgotten, on a thread of its own, so that nobody waits for
 * a disk. Its methods are for any thread.
 */
final class Memory {
  /** Each wish to be muted has somebody who waits for its answer; there are only so many. */
  private static final int WAITING_MOST = 64;

  private final Store store;
  private final Consumer<Input> inbox;
  private final Worker files;
  private final AtomicBoolean isForcing = new AtomicBoolean();

  /**
   * @param inbox takes {@link Input.MuteKept}
   */
  Memory(Store store, Consumer<Input> inbox, Threads threads) {
    this.store = store;
    this.inbox = inbox;
    files = Worker.plain("files", WAITING_MOST, threads);
  }

  Store store() {
    return store;
  }

  Duty duty(Duration patience) {
    return files.duty(patience);
  }

  /** A start of a talk is about to be written to a bridge, or an end has been. */
  void mark(TalkMark mark) {
    if (mark != TalkMark.NONE) {
      markTalking(mark == TalkMark.START);
    }
  }

  /**
   * Remembers whether a talk is open. A process that is killed leaves the mark behind; on the disk
   * itself, where it outlives a power cut, it is some milliseconds later.
   */
  void markTalking(boolean talking) {
    store.markTalking(talking);
    if (isForcing.compareAndSet(false, true) && !files.add(this::force)) {
      isForcing.set(false); // another write to the disk follows soon
    }
  }

  private void force() {
    isForcing.set(false);
    store.keepTalking();
  }

  /** Keeps how the lights are; where too many changes wait, a later change keeps them. */
  void keepLights(LightMemory lights, Map<String, Light.State> states) {
    files.add(() -> lights.keep(states));
  }

  /** Waits until all that was to be kept is, or until the time is over. */
  void finish(Duration wait) {
    var done = new CountDownLatch(1);
    try {
      if (!files.add(done::countDown) || !done.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
        Logger.error("the disk is slow: the last changes may not be kept over a restart");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Keeps the owner's mute; answered by {@link Input.MuteKept}.
   *
   * @return false where too many changes wait, and there will be no answer
   */
  boolean keepMute(boolean muted) {
    return files.add(() -> {
      String failure = null;
      try {
        store.keepMute(muted);
      } catch (IOException e) {
        failure = "not kept over a restart: " + e;
      }
      inbox.accept(new Input.MuteKept(muted, failure));
    });
  }
}
