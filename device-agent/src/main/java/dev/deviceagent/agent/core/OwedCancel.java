package dev.deviceagent.agent.core;

/**
 * Whether a talk is open at the cloud that nobody will end any more: its CancelTalk is owed to the
 * next link. What was said on a connection counts as far as its bridge has read it.
 */
final class OwedCancel {
  private boolean isOwed;

  /** The same, when the bridge that is there connected. */
  private boolean wasOwed;

  /**
   * @param isOwed whether an earlier process left a talk open
   */
  OwedCancel(boolean isOwed) {
    this.isOwed = isOwed;
  }

  /** A talk was cut off by the link. */
  void owe() {
    isOwed = true;
  }

  /** Whether one is to be said now; then it is owed no more. */
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
