package dev.deviceagent.agent.core;

/** The counts since the agent started. Core thread only. */
final class Counters {
  long messagesIn;
  long messagesRejected;
  long framesOut;
  long toolCalls;
  long toolFailures;

  Status.Counts counts() {
    return new Status.Counts(messagesIn, messagesRejected, framesOut, toolCalls, toolFailures);
  }
}
