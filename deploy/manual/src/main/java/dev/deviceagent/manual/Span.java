package dev.deviceagent.manual;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A part of a Markdown text in one style. */
record Span(Font look, String text) {
  enum Font {
    PLAIN,
    /** Literal text: between backticks. */
    CODE,
    /** Between asterisks. */
    EMPHASIS
  }

  private static final Pattern LINK = Pattern.compile("(\\()?\\[([^]]+)]\\(([^)]+)\\)(\\))?");
  private static final Pattern MARKED = Pattern.compile("`([^`]+)`|\\*([^*]+)\\*");

  /** Splits a text into spans; a link becomes its text and the page it leads to. */
  static List<Span> of(String markdown) {
    var text =
        LINK.matcher(markdown)
            .replaceAll(link -> {
              boolean isAlone = link.group(1) != null && link.group(4) != null;
              var page = "(" + page(link.group(3)) + ")";
              return isAlone
                  ? page
                  : (link.group(1) == null ? "" : "(")
                      + link.group(2)
                      + " "
                      + page
                      + (link.group(4) == null ? "" : ")");
            });
    var spans = new ArrayList<Span>();
    var marked = MARKED.matcher(text);
    int end = 0;
    while (marked.find()) {
      spans.add(new Span(Font.PLAIN, text.substring(end, marked.start())));
      spans.add(
          marked.group(1) == null
              ? new Span(Font.EMPHASIS, marked.group(2))
              : new Span(Font.CODE, marked.group(1)));
      end = marked.end();
    }
    spans.add(new Span(Font.PLAIN, text.substring(end)));
    spans.removeIf(span -> span.text().isEmpty());
    return spans;
  }

  /** The text without its markup. */
  static String plain(String markdown) {
    return of(markdown).stream().map(Span::text).collect(Collectors.joining());
  }

  /** The path of a docs/ page from the root of the repository, without the anchor after a #. */
  private static String page(String link) {
    var file = link.replaceFirst("#.*", "");
    return file.startsWith("../") ? file.substring("../".length()) : "docs/" + file;
  }
}
