import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The names of all checks, by part, from the file {@code checks}. */
record Plan(Map<String, List<String>> parts) {
  /**
   * Reads a file that has the title of each part in a line and, indented below it, each of its
   * checks.
   */
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

  /**
   * The checks of a part. Empty if the file does not have the part: then each of its checks fails.
   */
  List<String> checks(String part) {
    return parts.getOrDefault(part, List.of());
  }
}
