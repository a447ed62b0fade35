import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The names of all checks, by their part, as the file {@code checks} has them. */
record Plan(Map<String, List<String>> parts) {
  /** Of lines: a part's title, and below it, indented, each of its checks. */
  static Plan read(Path file) throws IOException {
    var parts = new HashMap<String, List<String>>();
    var checks = new ArrayList<String>();
    for (var line : Files.readAllLines(file)) {
      if (line.startsWith(" ")) {
        checks.add(line.strip());
      } else if (!line.startsWith("#") && !line.isBlank()) {
        checks = new ArrayList<>();
        parts.put(line.strip(), checks);
      }
    }
    return new Plan(parts);
  }

  /** None, of a part that the file does not have: then each of its checks is one too many. */
  List<String> checks(String part) {
    return parts.getOrDefault(part, List.of());
  }
}
