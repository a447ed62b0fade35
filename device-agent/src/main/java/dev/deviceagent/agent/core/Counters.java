package dev.deviceagent.agent.core;

/** What has been counted since the agent started. Read and written by the core's thread only. */
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
