package dev.deviceagent.agent.core;

import dev.deviceagent.codec.Json;

/** What has been counted since the agent started. Read and written by the core's thread only. */
final class Counters {
  long messagesIn;
  long messagesRejected;
  long framesOut;
  long toolCalls;
  long toolFailures;

  Json.Obj toJson() {
    return Json.object()
        .with("messagesIn", messagesIn)
        .with("messagesRejected", messagesRejected)
        .with("framesOut", framesOut)
        .with("toolCalls", toolCalls)
        .with("toolFailures", toolFailures);
  }
}
