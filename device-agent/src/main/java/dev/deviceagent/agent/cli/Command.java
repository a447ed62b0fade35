package dev.deviceagent.agent.cli;

import java.io.File;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * A command of the table {@link Cli}. Its constructor declares its description and its arguments to
 * picocli by values, because annotations cost reflection at every start.
 */
abstract class Command implements Callable<Integer> {
  private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);

  Command(String about, ArgSpec... arguments) {
    spec.usageMessage().description(about).abbreviateSynopsis(false);
    spec.addOption(
        OptionSpec.builder("-h", "--help")
            .usageHelp(true)
            .type(boolean.class)
            .arity("0")
            .description("print this help")
            .build());
    for (var argument : arguments) {
      spec.add(argument);
    }
  }

  /** Carries out the command; returns the exit code. */
  abstract int run(ParsedCommand arguments) throws Failure;

  final CommandSpec spec() {
    return spec;
  }

  @Override
  public final Integer call() throws Failure {
    var line = spec.commandLine();
    return run(new ParsedCommand(line.getParseResult(), line.getOut(), line.getErr()));
  }

  static OptionSpec config() {
    return option(
        "--config",
        "FILE",
        "the configuration; default: /etc/device-agent/agent.yaml, or the built-in"
            + " defaults if that file does not exist");
  }

  static OptionSpec json() {
    return flag("--json", "print JSON");
  }

  /** An option without a value. */
  static OptionSpec flag(String name, String about) {
    return OptionSpec.builder(name).type(boolean.class).arity("0").description(about).build();
  }

  /** An option with a value; its form is for example {@code FILE} or {@code openai|mcp|text}. */
  static OptionSpec option(String name, String form, String about) {
    return OptionSpec.builder(name)
        .type(type(form))
        .paramLabel(form)
        .completionCandidates(candidates(form))
        .description(about)
        .build();
  }

  /** A required positional argument; its form is for example {@code on|off}. */
  static PositionalParamSpec word(int place, String form, String about) {
    return word(place, form, true, about);
  }

  static PositionalParamSpec optionalWord(int place, String form, String about) {
    return word(place, form, false, about);
  }

  private static PositionalParamSpec word(
      int place, String form, boolean isRequired, String about) {
    return PositionalParamSpec.builder()
        .index(String.valueOf(place))
        .paramLabel(form)
        .required(isRequired)
        .type(type(form))
        .completionCandidates(candidates(form))
        .description(about)
        .build();
  }

  /**
   * The type of an argument. A shell completes files; every other value is an unconverted string.
   */
  private static Class<?> type(String form) {
    return form.equals("FILE") || form.equals("DIR") ? File.class : String.class;
  }

  /** The values that a shell completes, if the form lists them. */
  private static @Nullable List<String> candidates(String form) {
    return form.contains("|") ? List.of(form.split("\\|")) : null;
  }
}
