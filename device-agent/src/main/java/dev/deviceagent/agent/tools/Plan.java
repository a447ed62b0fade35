package dev.deviceagent.agent.tools;

import dev.deviceagent.hal.Board;
import dev.deviceagent.hal.HalException;

/**
 * A checked call.
 *
 * @param lane the device it waits for; calls of one lane run in order, lanes do not wait for each
 *     other
 * @param isDroppable whether it is dropped when the AI is interrupted before it has begun
 */
public record Plan(Lane lane, boolean isDroppable, Act act) {
  /** What is done, on the lane's thread. */
  public interface Act {
    Observation on(Board board) throws HalException, ToolFailure;
  }
}
