package dev.deviceagent.agent.config;

import dev.deviceagent.agent.text.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * One mapping of a YAML file, read key by key. A key that is read is known; a key that remains at
 * the end is reported as unknown. An error becomes a {@link Problem}, the default replaces the
 * value, and reading continues, so that all problems are reported together.
 */
final class Section {

  private final String path;
  private final List<Problem> problems;
  private final @Nullable Mark start;
  private final SequencedMap<String, Entry> entries = new LinkedHashMap<>();

  /** Every key read in the whole file, with its default as written in a file. */
  private final SequencedMap<String, String> known;

  private final SequencedMap<String, Section> sections = new LinkedHashMap<>();
  private final SequencedMap<String, String> asked = new LinkedHashMap<>();

  private record Entry(Node key, Node value) {}

  Section(
      String path,
      @Nullable Node node,
      List<Problem> problems,
      SequencedMap<String, String> known) {
    this.path = path;
    this.problems = problems;
    this.known = known;
    this.start = node == null ? null : node.getStartMark().orElse(null);
    if (node instanceof MappingNode mapping) {
      for (var tuple : mapping.getValue()) {
        if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
          problem(tuple.getKeyNode(), "a key must be a word");
        } else if (entries.containsKey(key.getValue())) {
          problem(key, "'" + path + key.getValue() + "' is given twice");
        } else {
          entries.put(key.getValue(), new Entry(key, tuple.getValueNode()));
        }
      }
    } else if (node != null && !isNull(node)) {
      problem(node, (path.isEmpty() ? "the file" : "'" + path + "'") + " must contain keys");
    }
  }

  Section section(String name) {
    asked.put(name, "");
    var entry = entries.get(name);
    var section =
        new Section(path + name + ".", entry == null ? null : entry.value(), problems, known);
    sections.put(name, section);
    return section;
  }

  /**
   * A section with arbitrary keys.
   *
   * @param written the default, as written in a file
   */
  Section section(String name, String written) {
    known.put(path + name, written);
    return section(name);
  }

  /**
   * A single value.
   *
   * @param written the default, as written in a file
   * @param parse converts its text, or throws IllegalArgumentException with the problem
   */
  <T extends @Nullable Object> T value(String name, String written, Function<String, T> parse) {
    return value(name, written, parse.apply(written), parse);
  }

  /** A single value, or null if the key is absent. */
  <T> @Nullable T optional(String name, Function<String, @Nullable T> parse) {
    return this.<@Nullable T>value(name, "", null, parse);
  }

  /** A single value that is required; if it is absent, the other value replaces it. */
  <T> T required(String name, T otherwise, Function<String, T> parse) {
    if (!entries.containsKey(name)) {
      problems.add(problemAt(start, "'" + path + name + "' is missing"));
    }
    return value(name, "", otherwise, parse);
  }

  /** A sequence of words; empty if absent. */
  List<String> list(String name) {
    asked.put(name, "");
    known.put(path + name, "");
    var words = new ArrayList<String>();
    var entry = entries.get(name);
    if (entry != null && entry.value() instanceof SequenceNode sequence) {
      for (var item : sequence.getValue()) {
        if (item instanceof ScalarNode scalar) {
          words.add(scalar.getValue());
        } else {
          problem(item, "'" + path + name + "' must be a list of words");
        }
      }
    } else if (entry != null) {
      problem(entry.value(), "'" + path + name + "' must be a list: [one, two]");
    }
    return words;
  }

  /** One value or a sequence of them; empty if absent. */
  <T> List<T> list(String name, Function<String, T> parse) {
    asked.put(name, "");
    known.put(path + name, "");
    var values = new ArrayList<T>();
    var entry = entries.get(name);
    if (entry == null || isNull(entry.value())) {
      return values;
    }
    var items =
        entry.value() instanceof SequenceNode sequence
            ? sequence.getValue()
            : List.of(entry.value());
    for (var item : items) {
      try {
        if (!(item instanceof ScalarNode scalar)) {
          throw new IllegalArgumentException("must be a value or a list of values");
        }
        values.add(parse.apply(scalar.getValue()));
      } catch (IllegalArgumentException e) {
        problem(item, "'" + path + name + "': " + e.getMessage());
      }
    }
    return values;
  }

  /** Reports a problem of the whole section. */
  void tell(String text) {
    problems.add(problemAt(start, text));
  }

  /** The keys that the file has here, known or not. */
  List<String> names() {
    return List.copyOf(entries.keySet());
  }

  /** Whether the value of a key is a mapping. */
  boolean isMapping(String name) {
    var entry = entries.get(name);
    return entry != null && entry.value() instanceof MappingNode;
  }

  /** Reports every key that was not read, here and in nested sections. */
  void tellUnknown() {
    entries.forEach((name, entry) -> {
      if (!asked.containsKey(name)) {
        problem(
            entry.key(), "unknown key '" + path + name + "'" + Nearest.hint(name, asked.keySet()));
      }
    });
    sections.values().forEach(Section::tellUnknown);
  }

  private <T extends @Nullable Object> T value(
      String name, String written, T otherwise, Function<String, T> parse) {
    asked.put(name, written);
    known.put(path + name, written);
    var entry = entries.get(name);
    if (entry == null || isNull(entry.value())) {
      return otherwise;
    }
    try {
      if (entry.value() instanceof ScalarNode scalar) {
        return parse.apply(scalar.getValue());
      }
      throw new IllegalArgumentException("must be a single value");
    } catch (IllegalArgumentException e) {
      problem(entry.value(), "'" + path + name + "': " + e.getMessage());
      return otherwise;
    }
  }

  private void problem(Node node, String text) {
    problems.add(problemAt(node.getStartMark().orElse(null), text));
  }

  static Problem problemAt(@Nullable Mark mark, String text) {
    return mark == null
        ? new Problem(1, 1, text)
        : new Problem(mark.getLine() + 1, mark.getColumn() + 1, text);
  }

  private static boolean isNull(Node node) {
    return node.getTag().equals(Tag.NULL);
  }
}
