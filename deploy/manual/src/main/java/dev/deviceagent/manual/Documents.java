package dev.deviceagent.manual;

import dev.deviceagent.agent.cli.Cli;
import dev.deviceagent.agent.cli.Failure;
import dev.deviceagent.agent.config.ConfigReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine;

/** Writes the documents of the package. Its output is reproducible. */
public final class Documents {
  private Documents() {}

  /**
   * {@code deploy/package} runs this.
   *
   * @param arguments the page {@code docs/config.md}, and the folder to write to
   */
  public static void main(String[] arguments) throws IOException {
    write(Path.of(arguments[0]), made(System.getenv("SOURCE_DATE_EPOCH")), Path.of(arguments[1]));
  }

  /**
   * @throws IllegalArgumentException if the page of the keys has another form
   */
  static void write(Path page, @Nullable LocalDate made, Path folder) throws IOException {
    var keys = keys(page);
    var commands = Cli.spec();
    var man =
        CommandManual.of(
            commands, Failure.meanings(), ConfigReader.DEFAULT_FILE.toString(), keys, made);
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("device-agent.1"), man);
    Files.writeString(folder.resolve("agent.yaml.5"), ConfigManual.of(keys, made));
    Files.writeString(folder.resolve("agent.yaml"), ConfigFile.of(keys));
    Files.writeString(
        folder.resolve("completion"),
        sourced(AutoComplete.bash(commands.name(), new CommandLine(commands))));
  }

  /**
   * Removes the interpreter line. A shell sources a completion file and does not run it, so lintian
   * rejects such a line.
   */
  private static String sourced(String script) {
    return script.replaceFirst("\\A#!.*\\n", "");
  }

  private static ConfigKeys keys(Path page) throws IOException {
    try {
      return ConfigKeys.read(Files.readString(page));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(page + " " + e.getMessage(), e);
    }
  }

  /** The date for the manual pages, from the package build; null if the build sets none. */
  static @Nullable LocalDate made(@Nullable String epoch) {
    if (epoch == null || epoch.isEmpty()) {
      return null;
    }
    if (!epoch.matches("\\d{1,11}")) {
      throw new IllegalArgumentException(
          "SOURCE_DATE_EPOCH is '" + epoch + "'; it must be seconds since 1970");
    }
    return LocalDate.ofInstant(Instant.ofEpochSecond(Long.parseLong(epoch)), ZoneOffset.UTC);
  }
}
