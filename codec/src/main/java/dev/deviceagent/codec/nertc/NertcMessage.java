package dev.deviceagent.codec.nertc;

import dev.deviceagent.codec.AlarmEntry;
import dev.deviceagent.codec.FromCloud;
import dev.deviceagent.codec.Redacted;
import dev.deviceagent.codec.Signal.Song;
import dev.deviceagent.codec.ToolCall;
import dev.deviceagent.codec.mcp.JsonRpcRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message of NERTC's {@code on_ai_data} callback: a type and its data. Only what the agent acts
 * on is read. Source: NetEase's page "AI message callback", and the public SDK headers ({@code
 * nertc_sdk_define.h}) and demo.
 *
 * @param request what the owner said, if the message repeats it
 */
record NertcMessage(@Nullable Redacted request, Body body) implements FromCloud {
  @Override
  public String summary() {
    return switch (body) {
      case Tool(var calls) -> "tool " + calls.stream().map(ToolCall::name).toList();
      case Event(var name) -> "event " + name;
      case Content(var kind) -> "content " + kind;
      case Emotion(var type, var name) ->
          (type.equals("emotion") ? "" : type + " ") + "emotion " + name;
      case Speech(var state) -> "tts " + state;
      case Mcp(var rpc) -> "mcp " + rpc.summary();
      case SongSearch _ -> "songSearch";
      case Alarms(var alarms) -> "agentEvent alarm " + alarms.size();
      case Other(var type, var isKnown) -> (isKnown ? "" : "type ") + type;
    };
  }

  /** The data, by type. */
  sealed interface Body {}

  /** {@code tool}: functions to call, in order. There is no message for a result. */
  record Tool(List<ToolCall> calls) implements Body {}

  /** {@code event}: {@code audio.agent.speech_started} and others. */
  record Event(String name) implements Body {}

  /** {@code content} of a kind other than {@code emotion}. */
  record Content(String kind) implements Body {}

  /** {@code content} of the kind emotion, or {@code emotion}, which the released SDK sends. */
  record Emotion(String type, String name) implements Body {}

  /** {@code tts} of LITE mode: {@code start} or {@code stop}. */
  record Speech(String state) implements Body {}

  /** {@code mcp}: JSON-RPC, answered by {@link NertcCall.ReplyMcp}. */
  record Mcp(JsonRpcRequest rpc) implements Body {}

  /**
   * {@code songSearch}: songs that the cloud found.
   *
   * @param needsConfirmation whether the AI asks the owner first
   */
  record SongSearch(boolean needsConfirmation, List<Song> songs) implements Body {}

  /** {@code agentEvent} of the kind alarm: all alarms that the cloud has set. */
  record Alarms(List<AlarmEntry> alarms) implements Body {}

  /**
   * Any other type; its data is not read.
   *
   * @param isKnown whether the vendor's code has the type
   */
  record Other(String type, boolean isKnown) implements Body {}
}
