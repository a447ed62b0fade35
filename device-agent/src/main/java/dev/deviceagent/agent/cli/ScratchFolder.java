package dev.deviceagent.agent.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/**
 * A temporary folder with a configuration that uses no file outside of it. {@link #close} deletes
 * the folder.
 */
final class ScratchFolder implements AutoCloseable {
  private static final String CONFIGURATION =
      """
      link: {socket: bridge.sock}
      control: {socket: control.sock}
      state: {directory: state}
      """;

  private final Path folder;

  ScratchFolder() throws IOException {
    folder = Files.createTempDirectory("device-agent");
  }

  Path configuration() throws IOException {
    return Files.writeString(folder.resolve("agent.yaml"), CONFIGURATION);
  }

  @Override
  public void close() throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
