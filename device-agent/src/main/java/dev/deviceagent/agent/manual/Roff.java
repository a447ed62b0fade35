package dev.deviceagent.agent.manual;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Builds a manual page in the macros of man(7). The output is pure ASCII, so that it reads the same
 * in whatever encoding a formatter assumes.
 */
final class Roff {
  private final StringBuilder page = new StringBuilder();

  /**
   * @param made the date in the page footer; null for none
   */
  Roff(String name, int section, @Nullable LocalDate made) {
    line(".\\\" Written by 'device-agent document'; a change here is lost.");
    line(
        ".TH %s %d \"%s\" \"device\\-agent\" \"device\\-agent manual\""
            .formatted(
                text(name.toUpperCase(Locale.ROOT)), section, made == null ? "" : text("" + made)));
    line(".nh").line(".ad l"); // no hyphenation or stretching of keys and options
  }

  Roff section(String title) {
    return line(".SH " + text(title));
  }

  /** Adds the text directly below a title. */
  Roff words(String words) {
    return line(first(text(words)));
  }

  Roff subsection(List<Span> title) {
    return line(".SS \"" + inline(title) + "\"");
  }

  Roff paragraph(List<Span> words) {
    return line(".PP").words(words);
  }

  /** Adds a name and, indented below it, its description. */
  Roff item(List<Span> name, List<Span> words) {
    return line(".TP").line(first(inline(name))).words(words);
  }

  /** Adds lines that keep their layout. */
  Roff example(String lines) {
    line(".PP").line(".EX");
    lines.lines().forEach(line -> line(first(text(line))));
    return line(".EE");
  }

  /** Starts each sentence on a new line, which is how a formatter recognises sentences. */
  private Roff words(List<Span> words) {
    inline(words)
        .lines()
        .flatMap(line -> List.of(line.split("(?<=\\.) (?=[A-Z])")).stream())
        .map(Roff::first)
        .forEach(this::line);
    return this;
  }

  private Roff line(String line) {
    page.append(line).append('\n');
    return this;
  }

  private static String inline(List<Span> spans) {
    var line = new StringBuilder();
    for (var span : spans) {
      var text = text(span.text());
      line.append(
          switch (span.look()) {
            case PLAIN -> text;
            case CODE -> "\\fB" + text + "\\fR";
            case EMPHASIS -> "\\fI" + text + "\\fR";
          });
    }
    return line.toString();
  }

  /** Escapes a full stop or an apostrophe at the start of a line, which would begin a request. */
  private static String first(String line) {
    return line.startsWith(".") || line.startsWith("'") ? "\\&" + line : line;
  }

  /** Escapes characters that a formatter interprets or draws as another sign. */
  static String text(String text) {
    var safe = new StringBuilder();
    text.codePoints()
        .forEach(sign -> {
          switch (sign) {
            case '\\' -> safe.append("\\e");
            case '-' -> safe.append("\\-");
            case '"' -> safe.append("\\(dq");
            case '\'' -> safe.append("\\(aq");
            case '`' -> safe.append("\\(ga");
            case '^' -> safe.append("\\(ha");
            case '~' -> safe.append("\\(ti");
            default -> {
              if (sign < 0x80) {
                safe.appendCodePoint(sign);
              } else {
                safe.append("\\[u%04X]".formatted(sign));
              }
            }
          }
        });
    return safe.toString();
  }

  @Override
  public String toString() {
    return page.toString();
  }
}
