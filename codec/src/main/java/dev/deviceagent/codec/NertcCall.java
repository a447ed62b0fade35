package dev.deviceagent.codec;

import dev.deviceagent.codec.CodecException.Kind;

/**
 * A function of NERTC's SDK that a bridge is asked to call: that SDK has no raw send. The form on
 * the wire is JSON of our own, {@code {"call": the function's name, …its arguments}}. Source of the
 * functions: {@code nertc_sdk.h}.
 */
public sealed interface NertcCall extends Message {
  /** Push to talk: the person speaks. */
  record StartListen() implements NertcCall {}

  /** Push to talk: the person has spoken. */
  record StopListen() implements NertcCall {}

  /** The AI stops speaking. */
  record Interrupt() implements NertcCall {}

  /**
   * Words for the AI to speak as they are.
   *
   * @param addContext whether the AI remembers having said them
   */
  record ExternalTts(String text, InterruptMode mode, boolean addContext) implements NertcCall {
    /** Without the text, which a log must not have. */
    @Override
    public String toString() {
      return "ExternalTts[mode=" + mode + ", addContext=" + addContext + "]";
    }
  }

  /** A question put to the language model. */
  record LlmPrompt(String text, InterruptMode mode) implements NertcCall {
    /** Without the text, which a log must not have. */
    @Override
    public String toString() {
      return "LlmPrompt[mode=" + mode + "]";
    }
  }

  /** The answer to an {@code mcp} message; the bridge hands its text to the SDK as it is. */
  record ReplyMcp(JsonRpc payload) implements NertcCall {}

  static NertcCall read(Fields call) throws CodecException {
    var name = call.text("call");
    return switch (name) {
      case "nertc_ai_manual_start_listen" -> new StartListen();
      case "nertc_ai_manual_stop_listen" -> new StopListen();
      case "nertc_ai_manual_interrupt" -> new Interrupt();
      case "nertc_ai_external_tts" ->
          new ExternalTts(call.text("text"), mode(call), call.truth("addContext"));
      case "nertc_ai_llm_prompt" -> new LlmPrompt(call.text("text"), mode(call));
      case "nertc_ai_reply_mcp_tool_call" ->
          new ReplyMcp(JsonRpc.read(Fields.of(JsonReader.object(call.text("payload")))));
      default -> throw new CodecException(Kind.RANGE, call.at("call"), "is no function known here");
    };
  }

  private static InterruptMode mode(Fields call) throws CodecException {
    return InterruptMode.read(call, "interruptMode");
  }

  default Json.Obj toJson() {
    return switch (this) {
      case StartListen() -> call("nertc_ai_manual_start_listen");
      case StopListen() -> call("nertc_ai_manual_stop_listen");
      case Interrupt() -> call("nertc_ai_manual_interrupt");
      case ExternalTts(var text, var mode, var addContext) ->
          call("nertc_ai_external_tts")
              .with("text", text)
              .with("interruptMode", mode.number())
              .with("addContext", addContext);
      case LlmPrompt(var text, var mode) ->
          call("nertc_ai_llm_prompt").with("text", text).with("interruptMode", mode.number());
      case ReplyMcp(var payload) ->
          call("nertc_ai_reply_mcp_tool_call").with("payload", payload.toJson().toString());
    };
  }

  private static Json.Obj call(String name) {
    return Json.object().with("call", name);
  }

  @Override
  default String summary() {
    return toJson().get("call") instanceof Json.Text(var name) ? name : "";
  }
}
