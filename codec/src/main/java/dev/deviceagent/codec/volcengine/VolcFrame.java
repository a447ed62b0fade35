package dev.deviceagent.codec.volcengine;

import dev.deviceagent.codec.InterruptMode;
import dev.deviceagent.codec.Json;
import dev.deviceagent.codec.JsonWriter;
import dev.deviceagent.codec.Limits;
import dev.deviceagent.codec.Redacted;
import dev.deviceagent.codec.SpokenText;
import dev.deviceagent.codec.ToCloud;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A binary message to Volcengine's conversational AI: {@code 4 letters | u32 big-endian length in
 * bytes | UTF-8 JSON}. Source: the pages 6348/1359441 (function calling), 1544164 (manual trigger)
 * and "custom text to speech".
 */
sealed interface VolcFrame extends ToCloud {
  int HEADER_BYTES = 8;

  /** {@code ctrl}: makes the AI stop speaking. The command is lower case. */
  record Interrupt() implements VolcFrame {}

  /** {@code ctrl}: the owner has finished talking. */
  record FinishSpeechRecognition() implements VolcFrame {}

  /**
   * {@code ctrl}: text for the AI to speak; at most {@link Limits#SPEECH_CODE_POINTS}.
   *
   * @param text {@link SpokenText} splits longer texts
   */
  record ExternalTextToSpeech(Redacted text, InterruptMode mode) implements VolcFrame {
    public ExternalTextToSpeech {
      checkLength(text);
    }
  }

  /** {@code ctrl}: text for the language model, with the same limit. */
  record ExternalTextToLlm(Redacted text, InterruptMode mode) implements VolcFrame {
    public ExternalTextToLlm {
      checkLength(text);
    }
  }

  /**
   * {@code func}: the result of one call.
   *
   * @param callId text or number, unchanged
   */
  record FunctionResult(Json callId, String content) implements VolcFrame {}

  private static void checkLength(Redacted text) {
    if (SpokenText.length(text.text()) > Limits.SPEECH_CODE_POINTS) {
      throw new IllegalArgumentException("a command has more than 200 characters");
    }
  }

  @Override
  default String summary() {
    return switch (this) {
      case Interrupt() -> "ctrl interrupt";
      case FinishSpeechRecognition() -> "ctrl FinishSpeechRecognition";
      case ExternalTextToSpeech _ -> "ctrl ExternalTextToSpeech";
      case ExternalTextToLlm _ -> "ctrl ExternalTextToLLM";
      case FunctionResult _ -> "func";
    };
  }

  @Override
  default byte[] encode() {
    return switch (this) {
      case Interrupt() -> frame("ctrl", command("interrupt"));
      case FinishSpeechRecognition() -> frame("ctrl", command("FinishSpeechRecognition"));
      case ExternalTextToSpeech(var text, var mode) ->
          frame("ctrl", command("ExternalTextToSpeech", text, mode));
      case ExternalTextToLlm(var text, var mode) ->
          frame("ctrl", command("ExternalTextToLLM", text, mode));
      case FunctionResult(var id, var content) ->
          frame("func", Json.object().with("ToolCallID", id).with("Content", content));
    };
  }

  private static Json.Obj command(String name) {
    return Json.object().with("Command", name);
  }

  private static Json.Obj command(String name, Redacted text, InterruptMode mode) {
    return command(name).with("Message", text.text()).with("InterruptMode", mode.number());
  }

  private static byte[] frame(String magic, Json.Obj body) {
    var json = JsonWriter.utf8(body);
    return ByteBuffer.allocate(HEADER_BYTES + json.length)
        .put(magic.getBytes(StandardCharsets.US_ASCII))
        .putInt(json.length)
        .put(json)
        .array();
  }
}
