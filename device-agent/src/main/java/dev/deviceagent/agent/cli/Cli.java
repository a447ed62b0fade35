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
          "the configuration; default: /etc/device-agent/agent.yaml, or the built-in defaults if"
              + " that file does not exist");
  private static final Option JSON = new Option("--json", null, "print JSON");

  static final List<Command> COMMANDS =
      List.of(
          new Command(
              "run",
              "runs the agent until SIGTERM or Ctrl-C",
              List.of(CONFIG),
              List.of(),
              Running::run),
          new Command(
              "check-config",
              "checks the configuration and prints every problem",
              List.of(CONFIG),
              List.of(),
              Looking::checkConfig),
          new Command(
              "status",
              "prints the state of the running agent and its devices",
              List.of(JSON, CONFIG),
              List.of(),
              Asking::status),
          new Command(
              "send",
              "passes a message to the running agent, as if the cloud had sent it",
              List.of(CONFIG),
              List.of(new Word("FILE", true, "the file with the message; - reads standard input")),
              Asking::send),
          new Command(
              "button",
              "presses or releases a simulated button",
              List.of(CONFIG),
              List.of(
                  new Word("press|release", true, "the action"),
                  new Word("NAME", false, "the button; default: talk")),
              Asking::button),
          new Command(
              "mute",
              "turns the owner's microphone mute on or off; a restart does not change it",
              List.of(CONFIG),
              List.of(new Word("on|off", true, "on mutes the microphone")),
              Asking::mute),
          new Command(
              "tools",
              "prints the tools of this device, to enter in a vendor's console",
              List.of(
                  new Option("--format", "openai|mcp|text", "the output format; default: text"),
                  CONFIG),
              List.of(),
              Looking::tools),
          new Command(
              "doctor",
              "tests every configured device, and prints the cause and the remedy of each failure",
              List.of(JSON, CONFIG),
              List.of(),
              Looking::doctor),
          new Command(
              "selftest",
              "tests the pixels, the volume, the microphone with a tone, and each button; stop the"
                  + " agent first",
              List.of(
                  JSON,
                  new Option("--unattended", null, "ask no questions, and do not wait for buttons"),
                  CONFIG),
              List.of(),
              Testing::selftest),
          new Command(
              "render",
              "draws the light and the face to an image file, without any hardware",
              List.of(
                  new Option(
                      "--out",
                      "FILE",
                      "the output file: an animated .gif, or a .png with the frames in a row"),
                  new Option(
                      "--state",
                      "STATE",
                      "the state to draw: idle, speaking, thinking, offline, volume, …"),
                  new Option("--from", "STATE", "the state before it; the transition is drawn too"),
                  new Option("--emotion", "NAME", "the emotion of the AI"),
                  new Option("--seconds", "N", "the duration; default: 2"),
                  new Option("--pixels", "N", "the number of pixels of the strip; default: 12"),
                  new Option("--sheet", null, "draw every state and emotion on one sheet"),
                  CONFIG),
              List.of(),
              Drawn::render),
          new Command(
              "fault",
              "injects a fault into a device of the simulated board, or removes it",
              List.of(CONFIG),
              List.of(
                  new Word(
                      "DEVICE",
                      true,
                      "the device: volume, battery, player, light, ring, microphone, …"),
                  new Word("ok|fail|absent|slow", true, "the fault; ok removes it"),
                  new Word("MILLISECONDS", false, "with slow: the duration of each call")),
              Asking::fault),
          new Command(
              "rehearse",
              "builds the AOT cache in a short run, which makes starts faster; the agent works"
                  + " without it",
              List.of(),
              List.of(),
              Running::rehearse),
          new Command(
              "simulate",
              "runs the agent on the simulated board and plays a conversation",
              List.of(
                  new Option("--no-demo", null, "do not play the conversation; wait for a bridge"),
                  new Option(
                      "--no-page",
                      null,
                      "do not serve the page, even if the configuration enables it"),
                  new Option("--conversation", "DIR", "the folder with the conversation"),
                  CONFIG),
              List.of(),
              Running::simulate));

  /** For package builds; the help does not list it. */
  static final Command DOCUMENT =
      new Command(
          "document",
          "prints a document of the package",
          List.of(
              new Option(
                  "--docs", "FILE", "the page that describes the keys; default: docs/config.md")),
          List.of(new Word("man|config-man|config-file|completion", true, "the document")),
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
      err.println("device-agent " + failed.getCommandName() + ": this is a bug; please report it");
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
