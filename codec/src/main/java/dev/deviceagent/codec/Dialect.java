package dev.deviceagent.codec;

import java.util.List;

/**
 * The form in which one vendor wants to be spoken to. To add one: write it, and add its line to
 * {@link Dialects}.
 */
public interface Dialect {
  /** The messages that say it, in order; none where the vendor has no word for it. */
  List<Message> say(Intent intent);

  /** Whether {@link Intent.Speak} gives any message at all. */
  boolean canSpeak();
}
