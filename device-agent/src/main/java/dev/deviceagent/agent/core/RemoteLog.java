package dev.deviceagent.agent.core;

import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/**
 * Log lines that somebody else causes: a cloud, a bridge, a command. A limited number, usually
 * {@value #LINES_MOST}, is written a minute, then only a count, so that a flood neither fills the
 * disk nor holds the caller up. For any thread.
 */
public final class RemoteLog {
  static final int LINES_MOST = 60;

  private static final Duration WINDOW = Duration.ofMinutes(1);

  private final LongSupplier nanos;
  private final BiConsumer<Boolean, String> out;
  private final int linesMost;
  private final String leftOut;
  private final Alarm window = new Alarm();
  private int lines;

  /**
   * @param nanos the time, as {@link System#nanoTime()}
   */
  public RemoteLog(LongSupplier nanos) {
    this(nanos, RemoteLog::write);
  }

  /**
   * @param out takes whether a line is a warning, and the line
   */
  RemoteLog(LongSupplier nanos, BiConsumer<Boolean, String> out) {
    this(nanos, out, LINES_MOST, "more lines about messages and links left out");
  }

  private RemoteLog(
      LongSupplier nanos, BiConsumer<Boolean, String> out, int linesMost, String leftOut) {
    this.nanos = nanos;
    this.out = out;
    this.linesMost = linesMost;
    this.leftOut = leftOut;
  }

  /**
   * A log of its own to the same place, with its own limit.
   *
   * @param leftOut what the number of lines that were left out is followed by
   */
  RemoteLog limited(int linesMost, String leftOut) {
    return new RemoteLog(nanos, out, linesMost, leftOut);
  }

  private static void write(boolean isWarning, String line) {
    if (isWarning) {
      Logger.warn("{}", line);
    } else {
      Logger.info("{}", line);
    }
  }

  /**
   * Writes a line for a person who looks on.
   *
   * @param text with a {@code {}} for each argument
   */
  public void info(String text, @Nullable Object... arguments) {
    log(false, text, arguments);
  }

  /** Writes a line about something that is not as it should be. */
  public void warn(String text, @Nullable Object... arguments) {
    log(true, text, arguments);
  }

  private synchronized void log(boolean isWarning, String text, @Nullable Object[] arguments) {
    long now = nanos.getAsLong();
    if (window.rings(now)) {
      if (lines > linesMost) {
        out.accept(true, lines - linesMost + " " + leftOut);
      }
      lines = 0;
    }
    if (!window.isSet()) {
      window.set(now, WINDOW);
    }
    if (++lines <= linesMost) {
      out.accept(isWarning, filled(text, arguments));
    }
  }

  /** As tinylog fills it; an argument may hold {@code {}} itself. */
  private static String filled(String text, @Nullable Object[] arguments) {
    var line = new StringBuilder();
    int from = 0;
    for (var argument : arguments) {
      int at = text.indexOf("{}", from);
      line.append(text, from, at).append(argument);
      from = at + 2;
    }
    return line.append(text, from, text.length()).toString();
  }
}
