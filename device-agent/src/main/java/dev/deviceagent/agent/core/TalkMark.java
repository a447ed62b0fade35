package dev.deviceagent.agent.core;

/** What a message means for the talk at the cloud: each start needs exactly one end. */
public enum TalkMark {
  /** Nothing. */
  NONE,
  /** A talk is open from now on: 1106, or the dialect's word for it. */
  START,
  /** It is over: 1107, 1108, or the dialect's words for them. */
  END
}
