package dev.deviceagent.agent.cli;

import dev.deviceagent.agent.cli.Cli.Action;
import dev.deviceagent.agent.cli.Cli.Command;
import java.io.File;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The table of commands as a picocli model, for parsing, help, completion and documentation. */
final class Model {
  private Model() {}

  static CommandSpec of(PrintWriter out, PrintWriter err) {
    var root = spec("device-agent", "the runtime of a voice-AI speaker", null, out, err);
    for (var command : Cli.COMMANDS) {
      root.addSubcommand(command.name(), sub(command, out, err));
    }
    var document = sub(Cli.DOCUMENT, out, err);
    document.usageMessage().hidden(true);
    return root.addSubcommand(Cli.DOCUMENT.name(), document);
  }

  private static CommandSpec sub(Command command, PrintWriter out, PrintWriter err) {
    var spec = spec(command.name(), command.about(), command.action(), out, err);
    for (var option : command.options()) {
      var builder = OptionSpec.builder(option.name()).description(option.about());
      spec.addOption(
          option.value() == null
              ? builder.type(boolean.class).arity("0").build()
              : builder
                  .type(type(option.value()))
                  .paramLabel(option.value())
                  .completionCandidates(candidates(option.value()))
                  .build());
    }
    int place = 0;
    for (var word : command.words()) {
      spec.addPositional(
          PositionalParamSpec.builder()
              .index(String.valueOf(place++))
              .paramLabel(word.form())
              .required(word.isNeeded())
              .type(type(word.form()))
              .completionCandidates(candidates(word.form()))
              .description(word.about())
              .build());
    }
    return spec;
  }

  /**
   * The type of an argument. A shell completes files; every other value is an unconverted string.
   */
  private static Class<?> type(String form) {
    return form.equals("FILE") || form.equals("DIR") ? File.class : String.class;
  }

  /** The values that a shell completes, if the form lists its words. */
  private static @Nullable List<String> candidates(String form) {
    return form.contains("|") ? List.of(form.split("\\|")) : null;
  }

  private static CommandSpec spec(
      String name, String about, @Nullable Action action, PrintWriter out, PrintWriter err) {
    var holder = new ArrayList<CommandSpec>();
    Callable<Integer> work =
        () -> {
          var spec = holder.getFirst();
          if (action == null) {
            spec.commandLine().usage(err);
            return CommandLine.ExitCode.USAGE;
          }
          return action.run(new Call(spec.commandLine().getParseResult(), out, err));
        };
    var spec = CommandSpec.wrapWithoutInspection(work).name(name);
    holder.add(spec);
    spec.usageMessage().description(about).abbreviateSynopsis(false);
    spec.addOption(
        OptionSpec.builder("-h", "--help")
            .usageHelp(true)
            .type(boolean.class)
            .arity("0")
            .description("print this help")
            .build());
    return spec;
  }
}
