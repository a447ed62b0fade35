package dev.deviceagent.manual;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes the installed configuration file: every key with its default, commented out. The section
 * names are not commented out, so removing the # before a key is enough to set it.
 */
public final class ConfigFile {
  private static final int WIDTH = 80;

  private static final String HEAD =
      """
      # The configuration of device-agent. Every key is listed with its default, commented
      # out. To change a value, remove the # in front of its key. Then run
      #
      #   device-agent check-config               to print every problem of this file
      #   sudo systemctl restart device-agent     to apply the changes
      #
      # 'man agent.yaml' describes each key. The pages of docs/ are in
      # /usr/share/doc/device-agent.
      """;

  private ConfigFile() {}

  public static String of(ConfigKeys config) {
    var file = new StringBuilder(HEAD);
    var open = List.<String>of();
    for (var key : config.keys()) {
      var sections =
          key.section().isEmpty() ? List.<String>of() : List.of(key.section().split("\\."));
      file.append(sections.isEmpty() || !open.equals(sections) ? "\n" : "");
      for (int i = 0; i < sections.size(); i++) {
        if (i >= open.size() || !open.subList(0, i + 1).equals(sections.subList(0, i + 1))) {
          file.append("  ".repeat(i)).append(sections.get(i)).append(":\n");
        }
      }
      open = sections;
      var indent = "  ".repeat(sections.size());
      for (var line :
          wrapped(Sentence.first(Span.plain(key.about())), WIDTH - indent.length() - 2)) {
        file.append(indent).append("# ").append(line).append('\n');
      }
      file.append(indent).append('#').append(key.lastName()).append(": ");
      file.append(value(key.otherwise())).append('\n');
    }
    return file.toString();
  }

  /** A default in YAML; a default of several pairs becomes a mapping. */
  private static String value(String otherwise) {
    var value = Span.plain(otherwise);
    return value.contains(": ") ? "{" + value + "}" : value;
  }

  private static List<String> wrapped(String text, int width) {
    var lines = new ArrayList<String>();
    var line = new StringBuilder();
    for (var word : text.split(" ", -1)) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
