package dev.deviceagent.codec;

import org.jspecify.annotations.Nullable;

/**
 * A message of Alibaba's AICall data channel: {@code {type, seqId?, senderId, receiverId, data?}}.
 * Source: the pages "push-to-talk" and "agent state" of Intelligent Media Services, and the last
 * open-source kit (AUIAICall 1.8.0, {@code ARTCAICallMessage.swift}).
 *
 * @param seqId the agent's count; absent in what a device sends, sometimes in what an agent sends
 * @param receiverId usually empty in what an agent sends
 */
public record AiCallMessage(@Nullable Long seqId, String senderId, String receiverId, Body body)
    implements Message {

  @Override
  public String summary() {
    return body.type() + " " + body.getClass().getSimpleName();
  }

  /** What the type number and the data say. */
  public sealed interface Body {
    /** The number on the wire. */
    default int type() {
      return AiCallTable.type(this);
    }
  }

  // Agent to device.

  /** 1000: 4001 routes used up, 4004 no audio pulled, 4005 recognition failed, 4006 avatar. */
  public record AgentError(int code, @Nullable String message) implements Body {}

  /** 1001: 1 listening, 2 thinking, 3 speaking. */
  public record AgentState(int state) implements Body {}

  /**
   * 1002: what the AI says. A missing end means true on one of the kit's platforms, false on one.
   */
  public record AgentSubtitle(Hidden text, @Nullable Boolean end, @Nullable Integer sentenceId)
      implements Body {}

  /** 1003: what the person said; voiceprint 0 off, 1 unregistered, 2 main speaker, 3 another. */
  public record UserSubtitle(
      Hidden text,
      @Nullable Boolean end,
      @Nullable Integer sentenceId,
      @Nullable Integer voiceprint)
      implements Body {}

  /** 1004: whether the AI can be interrupted by voice. */
  public record VoiceInterruptionChanged(boolean enable) implements Body {}

  /** 1005: the AI's voice. */
  public record VoiceChanged(String voiceId) implements Body {}

  /** 1006: the answer to 1104. */
  public record RtcToken(Hidden token) implements Body {}

  /** 1007: the truth about push-to-talk. */
  public record PushToTalkChanged(boolean enable) implements Body {}

  /** 1008: whether voiceprints are used. */
  public record VoiceprintUseChanged(boolean enable) implements Body {}

  /** 1009. */
  public record VoiceprintCleared() implements Body {}

  /** 1010: 2001 idle, 2002 human takeover over, 0 other. */
  public record AgentLeaving(int reason, @Nullable String message) implements Body {}

  /** 1011: the operator's own text, by custom JSON in a string. */
  public record CustomMessage(Hidden message) implements Body {}

  /** 1012: a person takes over; mode 0 or 1, 1 where missing. */
  public record TakeoverStarting(String takeoverUid, int takeoverMode) implements Body {}

  /** 1013. */
  public record TakeoverConnected(String takeoverUid) implements Body {}

  /** 1014: any word; neutral, happy, angry and sad are the documented ones. */
  public record EmotionChanged(String emotion, @Nullable Integer sentenceId) implements Body {}

  // Device to agent.

  /** 1100: the agent is to stop. */
  public record StopAgent() implements Body {}

  /** 1101: the agent is to stop speaking. */
  public record Interrupt() implements Body {}

  /** 1102. */
  public record SetVoiceInterruption(boolean enable) implements Body {}

  /** 1103. */
  public record SetVoice(String voiceId) implements Body {}

  /** 1104: asks for a token, which 1006 brings. */
  public record AskRtcToken(String userId) implements Body {}

  /** 1105: asks for push-to-talk, which 1007 answers. */
  public record SetPushToTalk(boolean enable) implements Body {}

  /** 1106: the button is down, the person speaks. */
  public record StartTalking() implements Body {}

  /** 1107: the person has spoken. */
  public record FinishTalking() implements Body {}

  /** 1108: what was said is to be forgotten. */
  public record CancelTalking() implements Body {}

  /** 1109. */
  public record UseVoiceprint(boolean enable) implements Body {}

  /** 1110. */
  public record ClearVoiceprint() implements Body {}

  /** A number that no public source names. */
  public record Unknown(int number, @Nullable Json data) implements Body {
    /** Without the data, which may hold anything that people said. */
    @Override
    public String toString() {
      return "Unknown[number=" + number + "]";
    }
  }
}
