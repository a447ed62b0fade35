import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What {@code build} has made: a kernel, a disk, a key, and what QEMU is to be told. */
record Folder(Path path) {
  Folder {
    path = path.toAbsolutePath(); // QEMU runs in another
  }

  Path file(String name) {
    return path.resolve(name);
  }

  /** {@code arm64} or {@code amd64}, as Debian has it. */
  String arch() throws IOException {
    return Files.readString(file("arch")).strip();
  }

  /** The machine's own options, out of the lines that are no comments. */
  List<String> options() throws IOException {
    var options = new ArrayList<String>();
    for (var line : Files.readAllLines(file("options"))) {
      if (!line.startsWith("#") && !line.isBlank()) {
        options.addAll(List.of(line.strip().split(" +")));
      }
    }
    return options;
  }

  /** Removes a folder, out of which others that end may remove something too. */
  static void delete(Path folder) {
    var files = folder.toFile().listFiles();
    if (files != null) {
      for (var file : files) {
        file.delete();
      }
    }
    folder.toFile().delete();
  }
}
