package dev.deviceagent.codec;

import java.math.BigInteger;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What NERTC's {@code on_ai_data} callback brings: a type and its data. Source: NetEase's page "AI
 * message callback" and the public SDK headers ({@code nertc_sdk_define.h}).
 */
public sealed interface NertcMessage extends Message {
  /** The types that this agent knows of and has nothing to do for. */
  Set<String> NOT_ACTED_ON =
      Set.of("songSearch", "updateSongList", "textToImg", "photoTag", "agentEvent");

  Origin origin();

  /**
   * Where a message comes from.
   *
   * @param uid the agent's user, an unsigned 64-bit number; only the envelope has it
   * @param timestampSeconds since 1970, as the server's clock has it
   * @param request what the person said
   */
  record Origin(
      @Nullable BigInteger uid, @Nullable Long timestampSeconds, @Nullable Hidden request) {
    public static final Origin UNKNOWN = new Origin(null, null, null);
  }

  /** {@code tool}: functions to call, in order. There is no way back for a result. */
  record Tool(Origin origin, List<ToolCall> calls) implements NertcMessage {
    @Override
    public String summary() {
      return "tool " + calls.stream().map(ToolCall::name).toList();
    }
  }

  /** {@code event}: {@code audio.agent.speech_started}, {@code …stopped}, {@code …interrupted}. */
  record Event(Origin origin, String event) implements NertcMessage {
    @Override
    public String summary() {
      return "event " + event;
    }
  }

  /** {@code content}: a kind of content, {@code emotion} so far, and its message. */
  record Content(Origin origin, String kind, String message) implements NertcMessage {
    @Override
    public String summary() {
      return kind.equals("emotion") ? "content emotion " + message : "content " + kind;
    }
  }

  /** {@code emotion}: as the shipped SDK sends what the page calls content. */
  record Emotion(Origin origin, String emotion) implements NertcMessage {
    @Override
    public String summary() {
      return "emotion " + emotion;
    }
  }

  /** {@code mcp}: JSON-RPC, answered by {@link NertcCall.ReplyMcp}. */
  record Mcp(Origin origin, JsonRpc rpc) implements NertcMessage {
    @Override
    public String summary() {
      return "mcp " + rpc.summary();
    }
  }

  /** {@code tts} of LITE mode: speech {@code start} and {@code stop}. */
  record Tts(Origin origin, String state) implements NertcMessage {
    @Override
    public String summary() {
      return "tts " + state;
    }
  }

  /** Any other type, its data as it came. */
  record Other(Origin origin, String type, Json data) implements NertcMessage {
    /** Whether the type is in the vendor's code, rather than new to this agent. */
    public boolean isKnown() {
      return NOT_ACTED_ON.contains(type);
    }

    @Override
    public String summary() {
      return (isKnown() ? "" : "unknown type ") + type;
    }

    /** Without the data, which may hold anything that people said. */
    @Override
    public String toString() {
      return "Other[origin=" + origin + ", type=" + type + "]";
    }
  }
}
