package dev.deviceagent.machine.pi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The output of {@code build}: a kernel, a disk, a key, and the options for QEMU. */
record PiFolder(Path path) {
  PiFolder {
    path = path.toAbsolutePath(); // QEMU runs in another folder
  }

  Path file(String name) {
    return path.resolve(name);
  }

  /** The architecture by its name in Debian: {@code arm64} or {@code amd64}. */
  String arch() throws IOException {
    return Files.readString(file("arch")).strip();
  }

  /** The machine's options, from the lines that are not comments. */
  List<String> options() throws IOException {
    var options = new ArrayList<String>();
    for (var line : Files.readAllLines(file("options"))) {
      if (!line.startsWith("#") && !line.isBlank()) {
        options.addAll(List.of(line.strip().split(" +", -1)));
      }
    }
    return options;
  }

  /** Removes a folder. Processes that are ending may remove files in it at the same time. */
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
