package dev.deviceagent.manual;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The content of {@code docs/config.md}. A test checks its table against the configuration reader:
 * every key must be listed with its current default.
 *
 * @param before the paragraphs above the example
 * @param lead the text above the table
 * @param after the paragraphs below the table
 */
public record ConfigKeys(
    List<String> before, String example, String lead, List<Key> keys, List<String> after) {
  private static final Pattern PAGE =
      Pattern.compile(
          "# [^\\n]+\\n(.*?)```yaml\\n(.*?)```\\n(.*?)(\\|.*\\|\\n)(.*)", Pattern.DOTALL);
  private static final Pattern ROW = Pattern.compile("\\| `([a-z_.]+)` \\| (.*?) \\| (.+) \\|");

  /**
   * @param name with its sections: {@code link.socket}
   * @param otherwise the default, in Markdown
   * @param about in Markdown
   */
  public record Key(String name, String otherwise, String about) {
    /** The section of the key, for example {@code buttons}; empty if it has none. */
    String section() {
      return name.substring(0, Math.max(0, name.lastIndexOf('.')));
    }

    String lastName() {
      return name.substring(name.lastIndexOf('.') + 1);
    }
  }

  /**
   * Parses the page.
   *
   * @throws IllegalArgumentException if the page has another form
   */
  public static ConfigKeys read(String page) {
    var parts = PAGE.matcher(page);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "must have a title, an example between ```yaml and ```, and a table of keys");
    }
    var keys = new ArrayList<Key>();
    for (var line : parts.group(4).lines().toList()) {
      var row = ROW.matcher(line);
      if (row.matches()) {
        keys.add(new Key(row.group(1), row.group(2), row.group(3)));
      }
    }
    if (keys.isEmpty()) {
      throw new IllegalArgumentException("has no row like | `key` | `default` | what it decides |");
    }
    return new ConfigKeys(
        paragraphs(parts.group(1)),
        parts.group(2),
        String.join(" ", paragraphs(parts.group(3))),
        List.copyOf(keys),
        paragraphs(parts.group(5)));
  }

  private static List<String> paragraphs(String text) {
    return List.of(text.strip().split("\\n\\s*\\n")).stream()
        .map(paragraph -> paragraph.replaceAll("\\s+", " ").strip())
        .filter(paragraph -> !paragraph.isEmpty())
        .toList();
  }
}
