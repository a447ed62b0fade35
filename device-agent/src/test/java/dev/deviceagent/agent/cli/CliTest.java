package dev.deviceagent.agent.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The table of commands, as a user sees it. */
class CliTest {
  private record Ended(int exit, String out, String err) {}

  @Test
  void helpListsEveryCommandThatIsNotHidden() {
    var help = run("--help").out();
    for (var line : Cli.spec().subcommands().values()) {
      var command = line.getCommandSpec();
      assertEquals(
          !command.usageMessage().hidden(),
          help.contains("\n  " + command.name() + " "),
          command.name());
    }
    assertFalse(help.contains("rehearse"));
  }

  @Test
  void thePageListsTheCommandsInTheOrderOfTheHelp() throws IOException {
    var page = Files.readString(Path.of("../docs/commands.md"));
    var listed =
        Pattern.compile("(?m)^\\| `device-agent ([a-z-]+)")
            .matcher(page)
            .results()
            .map(row -> row.group(1))
            .toList();
    var commands =
        Cli.spec().subcommands().values().stream()
            .map(CommandLine::getCommandSpec)
            .filter(command -> !command.usageMessage().hidden())
            .map(CommandSpec::name)
            .toList();
    assertEquals(commands, listed);
  }

  @Test
  void everyCommandAnswersHelp() {
    for (var name : Cli.spec().subcommands().keySet()) {
      var help = run(name, "--help");
      assertEquals(0, help.exit(), name);
      assertTrue(help.out().startsWith("Usage: device-agent " + name + " "), help.out());
      assertEquals("", help.err());
    }
  }

  @Test
  void withoutACommandTheHelpIsAnError() {
    var ended = run();
    assertEquals(2, ended.exit());
    assertEquals("", ended.out());
    assertTrue(ended.err().startsWith("Usage: device-agent "), ended.err());
  }

  @Test
  void aWrongWordIsOneLineThatNamesTheHelp() {
    var ended = run("mute", "maybe");
    assertEquals(2, ended.exit());
    assertEquals(
        "device-agent mute: 'maybe' is not one of on, off; see 'device-agent mute --help'\n",
        ended.err());
  }

  private static Ended run(String... words) {
    var out = new StringWriter();
    var err = new StringWriter();
    int exit = Cli.run(words, new PrintWriter(out, true), new PrintWriter(err, true));
    return new Ended(exit, out.toString(), err.toString());
  }
}
