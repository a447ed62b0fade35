package dev.deviceagent.agent.cli;

import dev.deviceagent.agent.config.Printable;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import org.tinylog.core.LogEntry;
import org.tinylog.core.LogEntryValue;
import org.tinylog.writers.Writer;

/**
 * tinylog's way to standard error: one line an entry, whatever its text has in it; only a bug has
 * more, its stack. The journal adds the time.
 */
public final class LogWriter implements Writer {
  private final PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);

  /** Made by tinylog, from {@code tinylog.properties}. */
  public LogWriter(Map<String, String> properties) {}

  @Override
  public Collection<LogEntryValue> getRequiredLogEntryValues() {
    return EnumSet.of(LogEntryValue.LEVEL, LogEntryValue.MESSAGE, LogEntryValue.EXCEPTION);
  }

  @Override
  public void write(LogEntry entry) {
    var message = entry.getMessage();
    err.printf("%-5s %s%n", entry.getLevel(), message == null ? "" : Printable.of(message));
    var bug = entry.getException();
    if (bug != null) {
      bug.printStackTrace(err);
    }
  }

  @Override
  public void flush() {
    err.flush();
  }

  @Override
  public void close() {
    err.flush();
  }
}
