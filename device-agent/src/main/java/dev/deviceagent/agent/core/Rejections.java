package dev.deviceagent.agent.core;

import dev.deviceagent.codec.CodecException;

/** Counts the rejected messages, and logs at most {@value #LOGGED_MOST} of them per minute. */
final class Rejections {
  private static final int LOGGED_MOST = 10;

  private final Counters counters;
  private final RemoteLog log;

  Rejections(Counters counters, RemoteLog log) {
    this.counters = counters;
    this.log = log.limited(LOGGED_MOST, "more messages were rejected");
  }

  void add(CodecException problem) {
    counters.messagesRejected++;
    log.warn("message rejected: {} {}", problem.kind(), problem.getMessage());
  }
}
