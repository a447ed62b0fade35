package dev.deviceagent.agent.cli;

import dev.deviceagent.agent.Boards;
import dev.deviceagent.agent.Threads;
import dev.deviceagent.agent.config.Config;
import dev.deviceagent.agent.config.ConfigException;
import dev.deviceagent.agent.config.ConfigReader;
import dev.deviceagent.agent.link.ControlClient;
import dev.deviceagent.agent.link.ControlServer;
import dev.deviceagent.agent.tools.Tools;
import dev.deviceagent.codec.Json;
import dev.deviceagent.hal.Board;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParseResult;

/** One parsed command line and its output streams. */
record Call(ParseResult typed, PrintWriter out, PrintWriter err) {
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

  /** Sends a question to the running agent and returns its answer. */
  Json ask(Json.Obj question) throws Failure {
    var socket = config().controlSocket();
    try {
      return ControlClient.ask(socket, question);
    } catch (ControlServer.Refusal e) {
      throw new Failure(Failure.REFUSED, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new Failure(Failure.UNAVAILABLE, unanswered(socket, e));
    }
  }

  /** The reason why no agent answers, and what to do. */
  static String unanswered(Path socket, IOException e) {
    return "Permission denied".equals(e.getMessage()) // EACCES; Java has no exception type for it
        ? "no permission to use %s; use sudo, or add this user to the group that owns it"
            .formatted(socket)
        : "no agent answers on %s (%s); start one, or give its configuration with --config"
            .formatted(socket, e.getMessage());
  }
}
