package dev.deviceagent.manual;

import dev.deviceagent.manual.Span.Font;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Writes the manual page device-agent(1), from the same model as {@code --help}. */
public final class CommandManual {
  private static final List<String> DESCRIPTION =
      List.of(
          "`device-agent run` is the service. A bridge, which holds a vendor's SDK, connects to its"
              + " socket and delivers the messages of the cloud. `device-agent` sets the volume,"
              + " plays music, switches lights, shows what the AI is doing, and reports what the"
              + " hardware really did. Its button opens and shuts the microphone.",
          "The other commands check the configuration and the hardware, or query the running agent"
              + " through its control socket, which members of the group `device-agent` may use.");

  private CommandManual() {}

  /**
   * @param exits each exit code and its meaning
   * @param config supplies the files to list
   */
  public static String of(
      CommandSpec root,
      SequencedMap<Integer, String> exits,
      String configFile,
      ConfigKeys config,
      @Nullable LocalDate made) {
    var name = root.name();
    var page = new Roff(name, 1, made);
    page.section("NAME").words(name + " - " + about(root));
    page.section("SYNOPSIS");
    page.paragraph(Span.of("`" + name + "` *COMMAND* [*OPTION* ...] [*WORD* ...]"));
    page.section("DESCRIPTION");
    DESCRIPTION.forEach(text -> page.paragraph(Span.of(text)));
    var commands =
        root.subcommands().values().stream()
            .map(line -> line.getCommandSpec())
            .filter(command -> !command.usageMessage().hidden())
            .toList();
    var common = common(commands);
    page.section("COMMANDS");
    for (var command : commands) {
      page.subsection(form(command, common)).paragraph(plain(Sentence.of(about(command))));
      for (var argument : arguments(command)) {
        if (!(argument instanceof OptionSpec option && common.contains(option.longestName()))) {
          page.item(form(argument), plain(argument.description()[0]));
        }
      }
    }
    page.section("OPTIONS").paragraph(Span.of("Every command takes these:"));
    for (var option : commands.getFirst().options()) {
      if (common.contains(option.longestName())) {
        page.item(form(option), plain(option.description()[0]));
      }
    }
    page.section("EXIT STATUS");
    exits.forEach((exit, why) -> page.item(code("" + exit), plain(why)));
    page.section("FILES");
    page.item(code(configFile), Span.of("The configuration, `agent.yaml`(5)."));
    for (var key : config.keys()) {
      var file = Span.plain(key.otherwise());
      if (file.startsWith("/")) {
        page.item(
            code(file),
            Span.of(Sentence.of(key.about()) + " The key `" + key.name() + "` sets it."));
      }
    }
    page.section("SEE ALSO");
    page.paragraph(Span.of("`agent.yaml`(5), `systemctl`(1), `journalctl`(1)"));
    page.paragraph(Span.of("*/usr/share/doc/device-agent/README.md*"));
    return page.toString();
  }

  /** The options that all commands share. */
  private static Set<String> common(List<CommandSpec> commands) {
    var common = new HashSet<String>();
    commands.getFirst().options().forEach(option -> common.add(option.longestName()));
    for (var command : commands) {
      common.retainAll(command.options().stream().map(OptionSpec::longestName).toList());
    }
    return common;
  }

  /** The positional words in order, then the options. */
  private static List<ArgSpec> arguments(CommandSpec command) {
    return Stream.<ArgSpec>concat(
            command.positionalParameters().stream(), command.options().stream())
        .toList();
  }

  /** The synopsis of a command, without the options that all commands share. */
  private static List<Span> form(CommandSpec command, Set<String> common) {
    var form = new ArrayList<Span>(code(command.name()));
    for (var argument : arguments(command)) {
      if (argument instanceof OptionSpec option && common.contains(option.longestName())) {
        continue;
      }
      form.addAll(plain(argument.required() ? " " : " ["));
      form.addAll(form(argument));
      form.addAll(plain(argument.required() ? "" : "]"));
    }
    return form;
  }

  private static List<Span> form(ArgSpec argument) {
    var form = new ArrayList<Span>();
    if (argument instanceof OptionSpec option) {
      for (var name : option.names()) {
        form.addAll(plain(form.isEmpty() ? "" : ", "));
        form.addAll(code(name));
      }
      form.addAll(plain(option.arity().max() == 0 ? "" : " "));
    }
    if (argument.arity().max() > 0) {
      boolean isTyped = argument.completionCandidates() != null;
      form.add(new Span(isTyped ? Font.CODE : Font.EMPHASIS, argument.paramLabel()));
    }
    return form;
  }

  private static String about(CommandSpec command) {
    return command.usageMessage().description()[0];
  }

  private static List<Span> code(String text) {
    return List.of(new Span(Font.CODE, text));
  }

  /** A command's description is plain text: stars and backticks have no meaning. */
  private static List<Span> plain(String text) {
    return List.of(new Span(Font.PLAIN, text));
  }
}
