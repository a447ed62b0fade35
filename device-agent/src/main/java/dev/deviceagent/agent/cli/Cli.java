package dev.deviceagent.agent.cli;

import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The table of commands. To add a command, add a line here. */
public final class Cli {
  /** The action of a command; returns the exit code. */
  interface Action {
    int run(Call call) throws Failure;
  }

  /** An option of a command. {@code value} is the name of its value; null if it takes none. */
  record Option(String name, @Nullable String value, String about) {}

  /** A positional argument of a command; its form is for example {@code on|off}. */
  record Word(String form, boolean isNeeded, String about) {}

  record Command(
      String name, String about, List<Option> options, List<Word> words, Action action) {}

  private static final Option CONFIG =
      new Option(
          "--config",
          "FILE",
          "the configuration; without it /etc/device-agent/agent.yaml, and the defaults where"
              + " there is none");
  private static final Option JSON = new Option("--json", null, "print JSON, for a program");

  static final List<Command> COMMANDS =
      List.of(
          new Command(
              "run",
              "runs the agent until it is told to end (SIGTERM or Ctrl-C)",
              List.of(CONFIG),
              List.of(),
              Running::run),
          new Command(
              "check-config",
              "reads the configuration and prints all that is wrong with it",
              List.of(CONFIG),
              List.of(),
              Looking::checkConfig),
          new Command(
              "status",
              "prints what the running agent sees",
              List.of(JSON, CONFIG),
              List.of(),
              Asking::status),
          new Command(
              "send",
              "hands the running agent a message as if the link had brought it",
              List.of(CONFIG),
              List.of(new Word("FILE", true, "the message's bytes; - reads standard input")),
              Asking::send),
          new Command(
              "button",
              "presses or releases a simulated button",
              List.of(CONFIG),
              List.of(
                  new Word("press|release", true, "what happens to it"),
                  new Word("NAME", false, "which one; without it talk")),
              Asking::button),
          new Command(
              "mute",
              "turns the owner's microphone mute on or off; it is kept over restarts",
              List.of(CONFIG),
              List.of(new Word("on|off", true, "whether nobody is to hear")),
              Asking::mute),
          new Command(
              "tools",
              "prints the tools that this device has, for a vendor's console",
              List.of(
                  new Option("--format", "openai|mcp|text", "the form; without it text"), CONFIG),
              List.of(),
              Looking::tools),
          new Command(
              "doctor",
              "tries every device that the configuration names and says what to do",
              List.of(JSON, CONFIG),
              List.of(),
              Looking::doctor),
          new Command(
              "selftest",
              "walks the pixels, steps the volume, hears a tone, asks for each button; stop the"
                  + " agent first",
              List.of(
                  JSON,
                  new Option("--unattended", null, "ask nothing, and wait for no button"),
                  CONFIG),
              List.of(),
              Testing::selftest),
          new Command(
              "render",
              "draws what the light and the face show, without any hardware",
              List.of(
                  new Option("--out", "FILE", "a .gif that moves, or a .png of frames in a row"),
                  new Option("--state", "STATE", "idle, speaking, thinking, offline, volume, …"),
                  new Option("--from", "STATE", "what is seen before: the change is drawn"),
                  new Option("--emotion", "NAME", "what the AI feels"),
                  new Option("--seconds", "N", "how long; without it 2"),
                  new Option("--pixels", "N", "how many the strip has; without it 12"),
                  new Option("--sheet", null, "everything there is, on one sheet"),
                  CONFIG),
              List.of(),
              Drawn::render),
          new Command(
              "fault",
              "makes a device of the simulated board slow, failing, gone or well again",
              List.of(CONFIG),
              List.of(
                  new Word("DEVICE", true, "volume, battery, player, light, ring, microphone, …"),
                  new Word("ok|fail|absent|slow", true, "what is wrong with it"),
                  new Word("MILLISECONDS", false, "with slow: how long each call takes")),
              Asking::fault),
          new Command(
              "rehearse",
              "has the Java virtual machine learn, in a second's run, to start faster; nothing"
                  + " depends on it",
              List.of(),
              List.of(),
              Running::rehearse),
          new Command(
              "simulate",
              "runs the agent on the simulated board and plays it a conversation",
              List.of(
                  new Option("--no-demo", null, "play nothing: wait for a bridge"),
                  new Option("--no-page", null, "serve no page, whatever the configuration says"),
                  new Option("--conversation", "DIR", "what is played"),
                  CONFIG),
              List.of(),
              Running::simulate));

  /** For package builds; the help does not list it. */
  static final Command DOCUMENT =
      new Command(
          "document",
          "prints a document of the package",
          List.of(new Option("--docs", "FILE", "the page of the keys; without it docs/config.md")),
          List.of(new Word("man|config-man|config-file|completion", true, "which one")),
          Documents::print);

  private Cli() {}

  /** Runs one command line. */
  public static int run(String[] arguments, PrintWriter out, PrintWriter err) {
    var line =
        new CommandLine(Model.of(out, err)).setOut(out).setErr(err).setUsageHelpAutoWidth(false);
    line.setParameterExceptionHandler((e, _) -> misuse(e, err));
    line.setExecutionExceptionHandler((e, failed, _) -> {
      if (e instanceof Failure failure) {
        return tell(failure, failed.getCommandName(), err);
      }
      err.println("device-agent " + failed.getCommandName() + ": a bug; please report it");
      e.printStackTrace(err);
      return Failure.BUG;
    });
    return line.execute(arguments);
  }

  private static int tell(Failure failure, String command, PrintWriter err) {
    boolean isConfig = failure.exit() == Failure.CONFIG;
    err.println((isConfig ? "" : "device-agent " + command + ": ") + failure.getMessage());
    return failure.exit();
  }

  private static int misuse(ParameterException e, PrintWriter err) {
    var command = e.getCommandLine().getCommandSpec().qualifiedName();
    err.println(command + ": " + firstLine(e) + "; see '" + command + " --help'");
    return CommandLine.ExitCode.USAGE;
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }
}
