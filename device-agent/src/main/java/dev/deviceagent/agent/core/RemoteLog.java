package dev.deviceagent.agent.core;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/**
 * Log lines that somebody else causes: a cloud, a bridge, a command. At most {@value #LINES_MOST} a
 * minute are written, then only their number, so that a flood neither fills the disk nor holds the
 * caller up. For any thread.
 */
public final class RemoteLog {
  static final int LINES_MOST = 60;

  private static final Duration WINDOW = Duration.ofMinutes(1);

  private final LongSupplier nanos;
  private final Alarm window = new Alarm();
  private int lines;

  /**
   * @param nanos the time, as {@link System#nanoTime()}
   */
  public RemoteLog(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /**
   * Writes a line for a person who looks on.
   *
   * @param text with a {@code {}} for each argument
   */
  public void info(String text, @Nullable Object... arguments) {
    if (isWritten(nanos.getAsLong())) {
      Logger.info(text, arguments);
    }
  }

  /** Writes a line about something that is not as it should be. */
  public void warn(String text, @Nullable Object... arguments) {
    if (isWritten(nanos.getAsLong())) {
      Logger.warn(text, arguments);
    }
  }

  private synchronized boolean isWritten(long now) {
    if (window.rings(now)) {
      if (lines > LINES_MOST) {
        Logger.warn("{} more lines about messages and links left out", lines - LINES_MOST);
      }
      lines = 0;
    }
    if (!window.isSet()) {
      window.set(now, WINDOW);
    }
    return ++lines <= LINES_MOST;
  }
}
