package dev.deviceagent.codec;

/** What the agent wants to say to the cloud, before a {@link Dialect} gives it a vendor's form. */
public sealed interface Intent {
  /** This device wants push-to-talk, or a natural conversation. */
  record AskPushToTalk(boolean enable) implements Intent {}

  /** The person starts to talk. */
  record StartTalk() implements Intent {}

  /** The person has talked: answer. */
  record FinishTalk() implements Intent {}

  /** The person has thought better of it: forget what was said. */
  record CancelTalk() implements Intent {}

  /** The AI is to stop speaking. */
  record Interrupt() implements Intent {}

  /** The AI is to speak these words as they are, up to where {@link SpokenText#cut} ends them. */
  record Speak(Hidden text, InterruptMode mode) implements Intent {}
}
