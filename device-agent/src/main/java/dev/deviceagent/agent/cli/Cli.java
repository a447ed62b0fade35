package dev.deviceagent.agent.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** The table of commands. To add a command, add a line and a file. */
public final class Cli {
  private Cli() {}

  /** The commands in the order of the help. The manual page and the completion use it too. */
  public static CommandSpec spec() {
    return new Root()
        .spec()
        .name("device-agent")
        .addSubcommand("run", new RunCommand().spec())
        .addSubcommand("check-config", new CheckConfigCommand().spec())
        .addSubcommand("status", new StatusCommand().spec())
        .addSubcommand("send", new SendCommand().spec())
        .addSubcommand("button", new ButtonCommand().spec())
        .addSubcommand("mute", new MuteCommand().spec())
        .addSubcommand("tools", new ToolsCommand().spec())
        .addSubcommand("doctor", new DoctorCommand().spec())
        .addSubcommand("selftest", new SelftestCommand().spec())
        .addSubcommand("render", new RenderCommand().spec())
        .addSubcommand("fault", new FaultCommand().spec())
        .addSubcommand("train", new TrainCommand().spec())
        .addSubcommand("simulate", new SimulateCommand().spec())
        .addSubcommand("rehearse", hidden(new TrainCommand().spec())); // its name before 'train'
  }

  /** For a command that works, but that the help, the manual and the completion do not list. */
  private static CommandSpec hidden(CommandSpec command) {
    command.usageMessage().hidden(true);
    return command;
  }

  /** The program without a command: prints the help as an error. */
  private static final class Root extends Command {
    Root() {
      super("the runtime of a voice-AI speaker");
    }

    @Override
    int run(ParsedCommand arguments) {
      spec().commandLine().usage(arguments.err());
      return CommandLine.ExitCode.USAGE;
    }
  }

  /** Runs one command line. */
  public static int run(String[] arguments, PrintWriter out, PrintWriter err) {
    var line = new CommandLine(spec()).setOut(out).setErr(err).setUsageHelpAutoWidth(false);
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
