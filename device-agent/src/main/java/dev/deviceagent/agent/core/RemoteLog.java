package dev.deviceagent.agent.core;

import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/**
 * Log lines that a remote party causes: a cloud, a bridge, a command. Each minute a limited number
 * of lines, usually {@value #LINES_MOST}, is written, then only a count, so a flood neither fills
 * the disk nor delays the caller. Thread-safe.
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
    this(nanos, out, LINES_MOST, "more lines about messages and links were omitted");
  }

  private RemoteLog(
      LongSupplier nanos, BiConsumer<Boolean, String> out, int linesMost, String leftOut) {
    this.nanos = nanos;
    this.out = out;
    this.linesMost = linesMost;
    this.leftOut = leftOut;
  }

  /**
   * A log to the same output with a separate limit.
   *
   * @param leftOut the text after the number of omitted lines
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
   * Writes a line about a normal event.
   *
   * @param text with a {@code {}} for each argument
   */
  public void info(String text, @Nullable Object... arguments) {
    log(false, text, arguments);
  }

  /** Writes a line about a problem. */
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

  /** Fills the placeholders as tinylog does. An argument may contain {@code {}} itself. */
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
