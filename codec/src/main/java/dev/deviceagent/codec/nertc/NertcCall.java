package dev.deviceagent.codec.nertc;

import dev.deviceagent.codec.InterruptMode;
import dev.deviceagent.codec.Json;
import dev.deviceagent.codec.JsonWriter;
import dev.deviceagent.codec.Redacted;
import dev.deviceagent.codec.ToCloud;
import dev.deviceagent.codec.mcp.JsonRpcResponse;

/**
 * A function of NERTC's SDK that the bridge calls for the agent, because the SDK has no raw send.
 * The wire form is this project's JSON, {@code {"call": the function's name, …its arguments}}.
 * Source of the functions: {@code nertc_sdk.h}.
 */
sealed interface NertcCall extends ToCloud {
  /** Push-to-talk: the owner starts to speak. */
  record StartListen() implements NertcCall {}

  /** Push-to-talk: the owner has finished speaking. */
  record StopListen() implements NertcCall {}

  /** Makes the AI stop speaking. */
  record Interrupt() implements NertcCall {}

  /**
   * Text that the AI speaks unchanged.
   *
   * @param addContext whether the AI remembers the text as its own words
   */
  record ExternalTts(Redacted text, InterruptMode mode, boolean addContext) implements NertcCall {}

  /** A question to the language model. */
  record LlmPrompt(Redacted text, InterruptMode mode) implements NertcCall {}

  /** The answer to an {@code mcp} message; the bridge passes its text to the SDK unchanged. */
  record ReplyMcp(JsonRpcResponse payload) implements NertcCall {}

  @Override
  default String summary() {
    return switch (this) {
      case StartListen() -> "nertc_ai_manual_start_listen";
      case StopListen() -> "nertc_ai_manual_stop_listen";
      case Interrupt() -> "nertc_ai_manual_interrupt";
      case ExternalTts _ -> "nertc_ai_external_tts";
      case LlmPrompt _ -> "nertc_ai_llm_prompt";
      case ReplyMcp _ -> "nertc_ai_reply_mcp_tool_call";
    };
  }

  @Override
  default byte[] encode() {
    var call = Json.object().with("call", summary());
    return JsonWriter.utf8(
        switch (this) {
          case StartListen(), StopListen(), Interrupt() -> call;
          case ExternalTts(var text, var mode, var addContext) ->
              call.with("text", text.text())
                  .with("interruptMode", mode.number())
                  .with("addContext", addContext);
          case LlmPrompt(var text, var mode) ->
              call.with("text", text.text()).with("interruptMode", mode.number());
          case ReplyMcp(var payload) -> call.with("payload", payload.toJson().toString());
        });
  }
}
