package dev.deviceagent.codec;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A binary message of Volcengine's conversational AI: four letters, a length, JSON. Source: the
 * pages 6348/1337284 (subtitles), 1415216 (state), 1359441 (function calling) and "custom text to
 * speech"; both key cases are in the vendor's own pages and code.
 */
public sealed interface VolcMessage extends Message {
  /** {@code subv}: what was said, by whom. */
  record Subtitles(List<Subtitle> lines) implements VolcMessage {
    @Override
    public String summary() {
      return "subv " + lines.size() + " lines";
    }
  }

  /** One line of subtitles. The end of a paragraph may come with an empty text and no user. */
  record Subtitle(
      Hidden text,
      @Nullable String userId,
      @Nullable String language,
      @Nullable Integer mode,
      @Nullable Integer sequence,
      @Nullable Boolean definite,
      @Nullable Boolean paragraph,
      @Nullable Long roundId) {}

  /**
   * {@code conv}: 0 unknown, 1 listening, 2 thinking, 3 speaking, 4 interrupted, 5 finished; or the
   * reason of an error in place of the stage.
   */
  record Conversation(
      @Nullable String taskId,
      @Nullable String userId,
      @Nullable Long roundId,
      @Nullable Long eventTimeMillis,
      @Nullable Integer stage,
      @Nullable String description,
      @Nullable String errorReason)
      implements VolcMessage {
    @Override
    public String summary() {
      return errorReason == null ? "conv stage " + stage : "conv error";
    }
  }

  /** {@code info}: a function is about to be called; comes before {@code tool}. */
  record FunctionNotice(
      String eventType,
      @Nullable String function,
      @Nullable String toolCallId,
      @Nullable String responseId)
      implements VolcMessage {
    @Override
    public String summary() {
      return "info " + eventType;
    }
  }

  /** {@code tool}: functions to call, each answered by a {@link FunctionResult}. */
  record Tool(@Nullable String subscriberUserId, List<ToolCall> calls) implements VolcMessage {
    @Override
    public String summary() {
      return "tool " + calls.stream().map(ToolCall::name).toList();
    }
  }

  /** {@code func}, device to agent: the result of one call. */
  record FunctionResult(String toolCallId, String content) implements VolcMessage {
    @Override
    public String summary() {
      return "func " + toolCallId;
    }
  }

  /** {@code ctrl}, device to agent. */
  record Control(Command command) implements VolcMessage {
    @Override
    public String summary() {
      return "ctrl " + command.name();
    }
  }

  /** Four letters that no public source names. */
  record Unknown(String magic, Json.Obj body) implements VolcMessage {
    @Override
    public String summary() {
      return "unknown magic " + magic;
    }

    /** Without the body, which may hold anything that people said. */
    @Override
    public String toString() {
      return "Unknown[magic=" + magic + "]";
    }
  }

  /**
   * A command, the same in {@code ctrl} and on the server's UpdateVoiceChat.
   *
   * @param name e.g. {@code ExternalTextToSpeech}; {@code interrupt} is lower case
   */
  record Command(String name, @Nullable Hidden message, @Nullable InterruptMode mode) {
    public static final String SPEAK = "ExternalTextToSpeech";

    public static final Command INTERRUPT = new Command("interrupt", null, null);
    public static final Command FINISH = new Command("FinishSpeechRecognition", null, null);

    /**
     * Words for the AI to speak.
     *
     * @throws IllegalArgumentException beyond 200 code points: {@link SpokenText} splits them
     */
    public static Command speak(String text, InterruptMode mode) {
      return new Command(SPEAK, new Hidden(text), mode);
    }

    public Command {
      if (name.equals(SPEAK)) {
        if (message == null || mode == null) {
          throw new IllegalArgumentException(SPEAK + " needs a message and an interrupt mode");
        }
        if (SpokenText.length(message.text()) > Limits.SPEECH_CODE_POINTS) {
          throw new IllegalArgumentException(SPEAK + " takes 200 characters at most");
        }
      }
    }
  }
}
