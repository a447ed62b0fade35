package dev.deviceagent.agent.cli;

import dev.deviceagent.agent.control.Refusal;
import dev.deviceagent.agent.diagnosis.Selftest;
import dev.deviceagent.agent.diagnosis.Selftest.Outcome;
import dev.deviceagent.agent.diagnosis.Selftest.Result;
import dev.deviceagent.agent.link.ControlClient;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The command {@code selftest}, which needs the help of a person in front of the speaker. */
final class SelftestCommand extends Command {
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  SelftestCommand() {
    super(
        "tests the pixels, the volume, the microphone with a tone, and each button;"
            + " stop the agent first",
        json(),
        flag("--unattended", "ask no questions, and do not wait for buttons"),
        config());
  }

  @Override
  int run(ParsedCommand arguments) throws Failure {
    var config = arguments.config();
    refuseBesideAgent(config.controlSocket());
    boolean isAlone = arguments.has("--unattended");
    var asked =
        arguments.has("--json")
            ? arguments.err()
            : arguments.out(); // keeps the questions out of the JSON
    var threads = ParsedCommand.inspectionThreads();
    try (var board = arguments.board(config, threads)) {
      if (!arguments.has("--json")) {
        arguments.out().println("board " + board.name());
      }
      var test =
          new Selftest(
              board,
              isAlone ? new Nobody() : new Operator(asked),
              result -> {
                if (!arguments.has("--json")) {
                  print(arguments.out(), result);
                }
              });
      var results = test.run();
      if (arguments.has("--json")) {
        arguments.out().println(Selftest.toJson(board, results));
      } else {
        arguments.out().println(sum(results));
      }
      return Selftest.isPassed(results) ? 0 : Failure.REFUSED;
    }
  }

  private static void refuseBesideAgent(Path socket) throws Failure {
    try {
      ControlClient.ask(socket, RunningAgent.question("status"));
    } catch (ControlClient.NoAgent e) {
      return; // the devices are free
    } catch (Refusal e) {
      throw new Failure(Failure.REFUSED, busy());
    } catch (IOException e) {
      throw new Failure(Failure.UNAVAILABLE, RunningAgent.unanswered(socket, e));
    }
    throw new Failure(Failure.REFUSED, busy());
  }

  private static String busy() {
    return "a running agent uses the devices; stop it first: sudo systemctl stop device-agent";
  }

  private static void print(PrintWriter out, Result result) {
    var outcome = result.outcome().name().toLowerCase(Locale.ROOT);
    out.printf("  %-7s %-18s %s%n", outcome, result.name(), result.seen());
    out.flush();
  }

  private static String sum(List<Result> results) {
    long failed = results.stream().filter(result -> result.outcome() == Outcome.FAILED).count();
    long unseen = results.stream().filter(result -> result.outcome() == Outcome.UNSEEN).count();
    return "%d passed, %d failed, %d unseen"
        .formatted(results.size() - failed - unseen, failed, unseen);
  }

  /** No operator: checks that need eyes are skipped. */
  private static final class Nobody implements Selftest.Person {
    @Override
    public void tell(String what) {}

    @Override
    public Optional<Boolean> confirms(String question) {
      return Optional.empty();
    }

    @Override
    public void look(Duration time) {}

    @Override
    public Duration patience() {
      return Duration.ZERO;
    }
  }

  /** An operator at the keyboard; the end of its input counts as an absent operator. */
  private static final class Operator implements Selftest.Person {
    private final PrintWriter out;
    private final BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));

    Operator(PrintWriter out) {
      this.out = out;
    }

    @Override
    public void tell(String what) {
      out.println("  ... " + what);
      out.flush();
    }

    @Override
    public Optional<Boolean> confirms(String question) {
      out.print("  ??? " + question + " [y/n] ");
      out.flush();
      try {
        var answer = in.readLine();
        return answer == null
            ? Optional.empty()
            : Optional.of(answer.strip().toLowerCase(Locale.ROOT).startsWith("y"));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void look(Duration time) {
      try {
        Thread.sleep(time); // people react no faster
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public Duration patience() {
      return PATIENCE;
    }
  }
}
