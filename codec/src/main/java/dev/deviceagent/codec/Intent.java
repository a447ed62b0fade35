package dev.deviceagent.codec;

/**
 * A message from the agent to the cloud, independent of the vendor. A {@link Dialect} gives it the
 * vendor's form.
 */
public sealed interface Intent {
  /** Requests push-to-talk mode, or a natural conversation. */
  record AskPushToTalk(boolean enable) implements Intent {}

  /**
   * The owner starts to talk.
   *
   * @param overAi whether the AI is speaking and must stop
   */
  record StartTalk(boolean overAi) implements Intent {}

  /** The owner has finished talking; the AI shall answer. */
  record FinishTalk() implements Intent {}

  /**
   * Discards what the owner said.
   *
   * @param isTap whether the press was too short for speech; it then interrupts an AI that speaks
   * @param beganOverAi the value of {@link StartTalk#overAi} for this talk
   * @param isAiSpeaking whether the AI has begun to speak since
   */
  record CancelTalk(boolean isTap, boolean beganOverAi, boolean isAiSpeaking) implements Intent {
    /** The link, a fault, the owner's mute or the cloud ended the talk early. */
    public static final CancelTalk CUT_OFF = new CancelTalk(false, false, false);
  }

  /** The AI shall stop speaking. */
  record Interrupt() implements Intent {}

  /**
   * The AI shall speak this text unchanged, up to the end that {@link SpokenText#cut} sets.
   *
   * @param isAiBusy whether the AI speaks or thinks, as far as the agent knows
   */
  record Speak(Redacted text, InterruptMode mode, boolean isAiBusy) implements Intent {}

  /** The AI shall answer this text as if the owner had said it. */
  record Ask(Redacted text, InterruptMode mode) implements Intent {}

  /** The meaning in one sentence, for people. Never contains what people said. */
  default String meaning() {
    return switch (this) {
      case AskPushToTalk(var enable) ->
          "Asks the cloud to turn push-to-talk " + (enable ? "on." : "off.");
      case StartTalk _ -> "A talk begins.";
      case FinishTalk() -> "The talk is finished: the AI may answer.";
      case CancelTalk _ -> "The talk is cancelled: the AI discards what was said.";
      case Interrupt() -> "Asks the AI to stop speaking.";
      case Speak _ -> "Text for the AI to speak; not shown.";
      case Ask _ -> "A question to the language model; not shown.";
    };
  }
}
