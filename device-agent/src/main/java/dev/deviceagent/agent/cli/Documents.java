package dev.deviceagent.agent.cli;

import dev.deviceagent.agent.config.ConfigReader;
import dev.deviceagent.agent.manual.CommandManual;
import dev.deviceagent.agent.manual.ConfigFile;
import dev.deviceagent.agent.manual.ConfigKeys;
import dev.deviceagent.agent.manual.ConfigManual;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine;

/** The command that prints the documents of the package. Its output is reproducible. */
final class Documents {
  private Documents() {}

  static int print(Call call) throws Failure {
    var what = call.words().getFirst();
    var root = Model.of(call.out(), call.err());
    var made = made(System.getenv("SOURCE_DATE_EPOCH"));
    var text =
        switch (what) {
          case "man" ->
              CommandManual.of(
                  root, Failure.meanings(), "" + ConfigReader.DEFAULT_FILE, keys(call), made);
          case "config-man" -> ConfigManual.of(keys(call), made);
          case "config-file" -> ConfigFile.of(keys(call));
          case "completion" -> sourced(AutoComplete.bash(root.name(), new CommandLine(root)));
          default ->
              throw new Failure(
                  Failure.USAGE,
                  "unknown document '"
                      + what
                      + "'; use man, config-man, config-file or completion");
        };
    call.out().print(text.endsWith("\n") ? text : text + "\n");
    return 0;
  }

  /**
   * Removes the interpreter line. A shell sources a completion file and does not run it, so lintian
   * rejects such a line.
   */
  private static String sourced(String script) {
    return script.replaceFirst("\\A#!.*\\n", "");
  }

  private static ConfigKeys keys(Call call) throws Failure {
    var named = call.option("--docs");
    var file = Path.of(named == null ? "docs/config.md" : named);
    try {
      return ConfigKeys.read(Files.readString(file));
    } catch (IOException e) {
      throw new Failure(
          Failure.REFUSED,
          "cannot read " + file + " (" + e + "); give the path of docs/config.md with --docs");
    } catch (IllegalArgumentException e) {
      throw new Failure(Failure.REFUSED, file + " " + e.getMessage());
    }
  }

  /** The date for the manual pages, from the package build; null if the build sets none. */
  static @Nullable LocalDate made(@Nullable String epoch) throws Failure {
    if (epoch == null || epoch.isEmpty()) {
      return null;
    }
    if (!epoch.matches("\\d{1,11}")) {
      throw new Failure(
          Failure.USAGE,
          "SOURCE_DATE_EPOCH is '" + epoch + "'; it must be a number of seconds since 1970");
    }
    return LocalDate.ofInstant(Instant.ofEpochSecond(Long.parseLong(epoch)), ZoneOffset.UTC);
  }
}
