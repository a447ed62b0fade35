package dev.deviceagent.agent.core;

/** The effect of a message on the talk at the cloud: each start needs exactly one end. */
public enum TalkMark {
  /** No effect. */
  NONE,
  /** A talk is open from now on: 1106, or the dialect's equivalent. */
  START,
  /** The talk is over: 1107, 1108, or the dialect's equivalents. */
  END
}
