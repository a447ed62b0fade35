package dev.deviceagent.agent.core;

/**
 * Whether a talk is open at the cloud that nothing else will end: the next link must send
 * CancelTalk. A message counts as sent only if the bridge of that connection has read it.
 */
final class OwedCancel {
  private boolean isOwed;

  /** The value of {@link #isOwed} when the current bridge connected. */
  private boolean wasOwed;

  /**
   * @param isOwed whether an earlier process left a talk open
   */
  OwedCancel(boolean isOwed) {
    this.isOwed = isOwed;
  }

  /** The link was lost during a talk. */
  void owe() {
    isOwed = true;
  }

  /** Whether a CancelTalk must be sent now. Afterwards none is owed. */
  boolean settle() {
    boolean was = isOwed;
    isOwed = false;
    return was;
  }

  void connected() {
    wasOwed = isOwed;
  }

  /**
   * The connection is gone.
   *
   * @param last the last start or end of a talk that its bridge has read
   * @return whether a talk is open at the cloud
   */
  boolean disconnected(TalkMark last) {
    isOwed =
        switch (last) {
          case NONE -> wasOwed;
          case START -> true;
          case END -> false;
        };
    return isOwed;
  }
}
