package dev.deviceagent.agent.core;

import dev.deviceagent.agent.alarms.AlarmBook;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The alarm file on a disk that may be full. */
final class AlarmFile implements AlarmBook.File {
  @Nullable String text;
  boolean isFull;

  /** Its content; empty if nothing was ever written. */
  String text() {
    return text == null ? "" : text;
  }

  @Override
  public @Nullable String read() {
    return text;
  }

  @Override
  public void write(String text) throws IOException {
    if (isFull) {
      throw new IOException("no space left on device");
    }
    this.text = text;
  }
}
