package dev.deviceagent.agent.tools;

import dev.deviceagent.hal.Board;
import dev.deviceagent.hal.HalException;

/**
 * A checked call.
 *
 * @param lane the device it waits for; calls of one lane run in order, lanes do not wait for each
 *     other
 * @param isDroppable whether it is dropped if the AI is interrupted before it begins
 */
public record Plan(Lane lane, boolean isDroppable, Act act) {
  /** The action, on the lane's thread. */
  public interface Act {
    Observation on(Board board) throws HalException, ToolFailure;
  }
}
