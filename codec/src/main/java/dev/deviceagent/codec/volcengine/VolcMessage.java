package dev.deviceagent.codec.volcengine;

import dev.deviceagent.codec.FromCloud;
import dev.deviceagent.codec.Redacted;
import dev.deviceagent.codec.ToolCall;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A binary message from Volcengine's conversational AI: four letters, a length, JSON. Only what the
 * agent acts on is read. Source: the pages 6348/1337284 (subtitles), 1415216 (state) and 1359441
 * (function calling).
 */
sealed interface VolcMessage extends FromCloud {
  /** {@code subv}: subtitles of what people and the AI said. */
  record Subtitles(List<Redacted> lines) implements VolcMessage {
    @Override
    public String summary() {
      return "subv " + lines.size() + " lines";
    }
  }

  /**
   * {@code conv}: a stage, an error, or both.
   *
   * @param stage 0 unknown, 1 listening, 2 thinking, 3 speaking, 4 interrupted, 5 finished
   * @param error the reason of an error, "" if it has none; null if there is no error
   */
  record Conversation(@Nullable Integer stage, @Nullable String error) implements VolcMessage {
    @Override
    public String summary() {
      return error == null ? "conv stage " + stage : "conv error";
    }
  }

  /** {@code info}: announces a function call; comes before {@code tool}. */
  record FunctionNotice(String event) implements VolcMessage {
    @Override
    public String summary() {
      return "info " + event;
    }
  }

  /** {@code tool}: functions to call. A {@code func} answers each. */
  record Tool(List<ToolCall> calls) implements VolcMessage {
    @Override
    public String summary() {
      return "tool " + calls.stream().map(ToolCall::name).toList();
    }
  }

  /** Any other four letters, or a server's command; the body is not read. */
  record Other(String name) implements VolcMessage {
    @Override
    public String summary() {
      return name;
    }
  }
}
