package dev.deviceagent.agent.cli;

import dev.deviceagent.agent.Boards;
import dev.deviceagent.agent.config.Config;
import dev.deviceagent.agent.config.ConfigException;
import dev.deviceagent.agent.config.ConfigReader;
import dev.deviceagent.agent.runtime.Threads;
import dev.deviceagent.agent.tools.Tools;
import dev.deviceagent.hal.Board;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParseResult;

/** The parsed arguments of one command, and its output streams. */
record ParsedCommand(ParseResult typed, PrintWriter out, PrintWriter err) {
  boolean has(String option) {
    return typed.matchedOptionValue(option, false);
  }

  @Nullable String option(String option) {
    var matched = typed.matchedOption(option);
    return matched == null ? null : matched.stringValues().getLast();
  }

  /** The command's positional words, one for each place of the command. */
  List<String> words() {
    return typed.matchedPositionals().stream()
        .flatMap(place -> place.stringValues().stream())
        .toList();
  }

  /** The word at a place; fails if it is none of the allowed ones. */
  String word(int place, String... allowed) throws Failure {
    var word = words().get(place);
    if (!List.of(allowed).contains(word)) {
      throw new Failure(
          Failure.USAGE,
          "'%s' is not one of %s; see 'device-agent %s --help'"
              .formatted(word, String.join(", ", allowed), typed.commandSpec().name()));
    }
    return word;
  }

  Path file() {
    var file = option("--config");
    return file == null ? ConfigReader.DEFAULT_FILE : Path.of(file);
  }

  /** Reads the configuration. The failure lists all of its problems, one per line. */
  Config config() throws Failure {
    return config(file());
  }

  Config config(Path file) throws Failure {
    if (option("--config") != null && !Files.exists(file)) {
      err.println("device-agent: " + file + ": no such file; using the defaults");
    }
    try {
      return new ConfigReader(Tools.NAMES, Boards.NAMES).read(file);
    } catch (ConfigException e) {
      throw new Failure(Failure.CONFIG, String.join(System.lineSeparator(), e.lines()));
    }
  }

  /** Creates the board of a configuration; opens no device yet. */
  Board board(Config config, Threads threads) throws Failure {
    try {
      return Boards.of(config, threads);
    } catch (ConfigException e) {
      throw new Failure(Failure.CONFIG, String.join(System.lineSeparator(), e.lines()));
    }
  }

  /** For a board that is only inspected and then closed. */
  static Threads inspectionThreads() {
    return new Threads(bug -> {
      throw new IllegalStateException(bug);
    });
  }
}
