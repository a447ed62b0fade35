package dev.deviceagent.agent;

import dev.deviceagent.agent.actuators.Screens;
import dev.deviceagent.agent.control.Refusal;
import dev.deviceagent.agent.control.Speaker;
import dev.deviceagent.agent.core.Input;
import dev.deviceagent.agent.core.Status;
import dev.deviceagent.agent.view.Indication;
import dev.deviceagent.codec.CodecException;
import dev.deviceagent.codec.dialects.Dialects;
import dev.deviceagent.hal.Board;
import dev.deviceagent.hal.Fault;
import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.Picture;
import dev.deviceagent.hal.Simulator;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The running agent, as the commands and the page see it.
 *
 * @param longestMessageBytes that the link takes
 * @param link null on a board whose link cannot be cut by hand
 * @param core hands the core an input, as the link does
 * @param observeAgain reads the state of every device now, because a command has changed one
 */
record RunningSpeaker(
    Board board,
    Dialects dialects,
    int longestMessageBytes,
    Screens screens,
    @Nullable LinkSwitch link,
    Consumer<Input> core,
    Runnable observeAgain)
    implements Speaker {
  private static final Duration ANSWER = Duration.ofSeconds(2);

  /** If the switch does not answer, the core answers before this timeout. */
  private static final Duration MUTE_ANSWER = Duration.ofSeconds(10);

  @Override
  public Status status() throws TimeoutException {
    var answer = new CompletableFuture<Status>();
    core.accept(new Input.AskStatus(answer::complete));
    return await(answer, ANSWER).withUnusable(unusable());
  }

  /** What the core does not see: buttons that report no presses, screens that show nothing. */
  private SequencedMap<String, String> unusable() {
    var problems = new LinkedHashMap<>(board.diagnostics().silentButtons());
    problems.putAll(screens.problems());
    return problems;
  }

  private static <T> T await(CompletableFuture<T> answer, Duration patience)
      throws TimeoutException {
    try {
      return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new TimeoutException(
          "the agent does not answer; check its log with 'journalctl -u device-agent'");
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public List<Indication> indications() {
    var view = screens.view();
    return view == null ? List.of() : Indication.of(view);
  }

  @Override
  public Parts parts() {
    return new Parts(
        board.name(),
        board.simulator().isPresent(),
        board.buttons(),
        List.copyOf(board.devices().keySet()),
        board.simulator().<Map<String, Fault>>map(Simulator::faults).orElse(Map.of()));
  }

  @Override
  public @Nullable List<String> leds() {
    var light = screens.light();
    return light == null ? null : light.leds();
  }

  @Override
  public @Nullable Picture face() {
    var face = screens.face();
    return face == null ? null : face.picture();
  }

  @Override
  public String send(byte[] bytes) throws Refusal {
    if (bytes.length > longestMessageBytes) {
      throw new Refusal(
          "the message has %d bytes; the limit is %d, which link.longest_frame in the configuration sets"
              .formatted(bytes.length, longestMessageBytes));
    }
    try {
      var message = dialects.receive(bytes);
      core.accept(new Input.Heard(message, false, bytes.length));
      return message.summary();
    } catch (CodecException e) {
      core.accept(new Input.Rejected(e, false));
      throw new Refusal("message rejected: " + e.getMessage());
    }
  }

  @Override
  public String button(String name, boolean isPressed) throws Refusal {
    var simulator =
        board
            .simulator()
            .orElseThrow(() ->
                new Refusal(
                    "button " + name + ": a command cannot press a real button; press it by hand"));
    try {
      simulator.press(name, isPressed);
    } catch (HalException e) {
      throw new Refusal(e.getMessage());
    }
    return name + (isPressed ? " pressed" : " released");
  }

  @Override
  public String mute(boolean on) throws Refusal, TimeoutException {
    var answer = new CompletableFuture<Optional<String>>();
    core.accept(new Input.Mute(on, failure -> answer.complete(Optional.ofNullable(failure))));
    var failure = await(answer, MUTE_ANSWER);
    if (failure.isPresent()) {
      throw new Refusal((on ? "muted, but " : "still muted: ") + failure.get());
    }
    return on ? "muted" : "not muted";
  }

  @Override
  public String link(boolean isJoined) throws Refusal {
    if (link == null) {
      throw new Refusal("the link can be cut on the simulated board only; this board is real");
    }
    if (isJoined) {
      link.restore();
    } else {
      link.cut();
    }
    return isJoined ? "link restored" : "link cut";
  }

  @Override
  public Faults faults() throws Refusal {
    var simulator =
        board
            .simulator()
            .orElseThrow(() ->
                new Refusal(
                    "faults can be injected on the simulated board only; this board is real"));
    return (device, fault) -> {
      try {
        simulator.inject(device, fault);
      } catch (HalException e) {
        throw new Refusal(e.getMessage());
      }
      if (fault.delay().isZero()) {
        observeAgain.run(); // waiting for a slow device would only delay its next call
      }
    };
  }
}
