package dev.deviceagent.codec;

/** What the agent wants to say to the cloud, before a {@link Dialect} gives it a vendor's form. */
public sealed interface Intent {
  /** This device wants push-to-talk, or a natural conversation. */
  record AskPushToTalk(boolean enable) implements Intent {}

  /**
   * The owner starts to talk.
   *
   * @param overAi whether the AI is speaking, and so has to stop
   */
  record StartTalk(boolean overAi) implements Intent {}

  /** The owner has talked: answer. */
  record FinishTalk() implements Intent {}

  /**
   * The owner's words are to be forgotten.
   *
   * @param isTap whether the press was too short for words; then an AI that speaks is interrupted
   * @param beganOverAi what {@link StartTalk#overAi} was
   * @param isAiSpeaking whether the AI has begun to speak since
   */
  record CancelTalk(boolean isTap, boolean beganOverAi, boolean isAiSpeaking) implements Intent {
    /** The talk was cut off: by the link, a fault, the owner's mute or the cloud. */
    public static final CancelTalk CUT_OFF = new CancelTalk(false, false, false);
  }

  /** The AI is to stop speaking. */
  record Interrupt() implements Intent {}

  /**
   * The AI is to speak these words as they are, up to where {@link SpokenText#cut} ends them.
   *
   * @param isAiBusy whether the AI speaks or thinks, as far as is known
   */
  record Speak(Hidden text, InterruptMode mode, boolean isAiBusy) implements Intent {}

  /** The AI is to answer this text as if the owner had said it. */
  record Ask(Hidden text, InterruptMode mode) implements Intent {}

  /** What it means in one sentence, for people; never what people said. */
  default String meaning() {
    return switch (this) {
      case AskPushToTalk(var enable) -> "Asks for push-to-talk " + (enable ? "on." : "off.");
      case StartTalk _ -> "A talk begins.";
      case FinishTalk() -> "The talk is finished: the AI may answer.";
      case CancelTalk _ -> "The talk is cancelled: what was said is forgotten.";
      case Interrupt() -> "Asks the AI to stop speaking.";
      case Speak _ -> "Words for the AI to speak; not shown.";
      case Ask _ -> "A question to the language model; not shown.";
    };
  }
}
