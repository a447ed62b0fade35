package dev.deviceagent.agent.cli;

import dev.deviceagent.agent.text.Printable;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tinylog.Level;
import org.tinylog.core.LogEntry;
import org.tinylog.core.LogEntryValue;
import org.tinylog.writers.Writer;

/**
 * Writes tinylog entries to standard error. An entry is one line, whatever its text contains; only
 * a bug adds more lines, its stack trace. For the journal, each line starts with its priority
 * (sd-daemon(3)), and the journal adds the time. For a person, the level is a word.
 */
public final class LogWriter implements Writer {
  /** Characters of a line. Text from the network must not fill the journal. */
  private static final int LONGEST_CHARACTERS = 2000;

  private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");

  private final PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
  private final boolean isForJournal = isJournal(System.getenv("JOURNAL_STREAM"), STANDARD_ERROR);

  /** Called by tinylog, as {@code tinylog.properties} configures. */
  public LogWriter(Map<String, String> properties) {}

  /**
   * Whether a stream goes to the journal, determined as systemd.exec(5) describes.
   *
   * @param stream {@code JOURNAL_STREAM}: device and inode of the journal's stream
   */
  static boolean isJournal(@Nullable String stream, Path file) {
    if (stream == null) {
      return false;
    }
    try {
      var seen = Files.readAttributes(file, "unix:dev,ino");
      return stream.equals(seen.get("dev") + ":" + seen.get("ino"));
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public Collection<LogEntryValue> getRequiredLogEntryValues() {
    return EnumSet.of(LogEntryValue.LEVEL, LogEntryValue.MESSAGE, LogEntryValue.EXCEPTION);
  }

  @Override
  public void write(LogEntry entry) {
    err.print(text(entry.getLevel(), entry.getMessage(), entry.getException(), isForJournal));
  }

  /** Formats an entry, including the final line break. */
  static String text(
      Level level, @Nullable String message, @Nullable Throwable bug, boolean isForJournal) {
    var text = new StringBuilder();
    var begin = isForJournal ? priority(level) : "";
    var word = isForJournal ? "" : "%-5s ".formatted(level);
    text.append(begin).append(word).append(Printable.of(cut(message == null ? "" : message)));
    text.append('\n');
    if (bug != null) {
      var stack = new StringWriter();
      bug.printStackTrace(new PrintWriter(stack));
      stack.toString().lines().forEach(line -> text.append(begin).append(cut(line)).append('\n'));
    }
    return text.toString();
  }

  /** Shortens a long text and adds the number of characters left out. */
  private static String cut(String text) {
    if (text.length() <= LONGEST_CHARACTERS) {
      return text;
    }
    boolean isPair = Character.isHighSurrogate(text.charAt(LONGEST_CHARACTERS - 1));
    int end = isPair ? LONGEST_CHARACTERS - 1 : LONGEST_CHARACTERS;
    return text.substring(0, end) + "… (" + (text.length() - end) + " more characters)";
  }

  /** The prefix with the syslog(3) priority; every line needs one. */
  private static String priority(Level level) {
    return switch (level) {
      case ERROR -> "<3>";
      case WARN -> "<4>";
      case INFO -> "<6>";
      case DEBUG, TRACE, OFF -> "<7>";
    };
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
