package dev.deviceagent.agent.actuators;

import dev.deviceagent.agent.runtime.Threads;
import dev.deviceagent.hal.Board;
import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.HalException.Kind;
import dev.deviceagent.hal.Microphone;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/**
 * What is done to the hardware at an orderly shutdown, after any failure too. Each act runs on a
 * separate thread, so a device that hangs does not delay the shutdown.
 *
 * @param patience the longest that each may take
 */
public record LastActs(Board board, Threads threads, Duration patience) {
  private interface Act {
    void run() throws HalException;
  }

  /**
   * Shuts the microphone, which must not stay open without a running agent.
   *
   * @return whether it then reads shut, or there is no switch that could be open
   */
  public boolean shutMicrophone() {
    var isShut = new AtomicBoolean(board.microphone().isEmpty());
    board
        .microphone()
        .ifPresent(microphone ->
            carryOut(
                "microphone-last", () -> shut(microphone, isShut), "the microphone may be open"));
    return isShut.get();
  }

  private static void shut(Microphone microphone, AtomicBoolean isShut) throws HalException {
    try {
      microphone.shut();
      isShut.set(!microphone.isOpen());
    } catch (HalException e) {
      isShut.set(e.kind() == Kind.ABSENT || e.kind() == Kind.UNSUPPORTED);
      throw e;
    }
  }

  /** Restores the player's volume. */
  public void unduckPlayer() {
    board
        .player()
        .ifPresent(player ->
            carryOut("player-last", player::unduck, "the volume of the music may stay low"));
  }

  private void carryOut(String thread, Act act, String otherwise) {
    Runnable work =
        () -> {
          try {
            act.run();
          } catch (HalException e) {
            Logger.error("{}: {}", otherwise, e.getMessage());
          }
        };
    join(threads.platform(thread, work), patience);
  }

  /** Waits for a thread to end, at most for the given time. Does nothing for null. */
  public static void join(@Nullable Thread thread, Duration patience) {
    try {
      if (thread != null && !thread.join(patience)) {
        Logger.error("thread {} did not end in time", thread.getName());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
