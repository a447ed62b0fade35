package dev.deviceagent.agent;

import dev.deviceagent.agent.core.Input;
import dev.deviceagent.agent.core.Status;
import dev.deviceagent.agent.link.ControlServer.Refusal;
import dev.deviceagent.codec.CodecException;
import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.Picture;
import dev.deviceagent.hal.sim.SimBoard;
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
import org.jspecify.annotations.Nullable;

/** The running agent, as the commands and the page see it. */
record RunningSpeaker(Agent agent) implements Speaker {
  private static final Duration ANSWER = Duration.ofSeconds(2);

  /** If the switch does not answer, the core answers before this timeout. */
  private static final Duration MUTE_ANSWER = Duration.ofSeconds(10);

  @Override
  public Status status() throws TimeoutException {
    var answer = new CompletableFuture<Status>();
    agent.accept(new Input.AskStatus(answer::complete));
    return await(answer, ANSWER).withUnusable(unusable());
  }

  /** What the core does not see: buttons that report no presses, screens that show nothing. */
  private SequencedMap<String, String> unusable() {
    var problems = new LinkedHashMap<>(agent.board().deafButtons());
    problems.putAll(agent.screens().problems());
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
  public Parts parts() {
    var board = agent.board();
    return new Parts(
        board.name(),
        board instanceof SimBoard,
        board.buttons(),
        List.copyOf(board.devices().keySet()),
        board instanceof SimBoard sim ? sim.faults() : Map.of());
  }

  @Override
  public @Nullable List<String> leds() {
    var light = agent.screens().light();
    return light == null ? null : light.leds();
  }

  @Override
  public @Nullable Picture face() {
    var face = agent.screens().face();
    return face == null ? null : face.picture();
  }

  @Override
  public String send(byte[] bytes) throws Refusal {
    int longest = agent.config().link().longestFrameBytes() - 1; // a frame also holds its kind
    if (bytes.length > longest) {
      throw new Refusal(
          "the message has %d bytes; the limit is %d, which link.longest_frame in the configuration sets"
              .formatted(bytes.length, longest));
    }
    try {
      var message = agent.dialects().receive(bytes);
      agent.accept(new Input.Heard(message, false, bytes.length));
      return message.summary();
    } catch (CodecException e) {
      agent.accept(new Input.Rejected(e, false));
      throw new Refusal("message rejected: " + e.getMessage());
    }
  }

  @Override
  public String button(String name, boolean isPressed) throws Refusal {
    try {
      agent.board().press(name, isPressed);
    } catch (HalException e) {
      throw new Refusal(e.getMessage());
    }
    return name + (isPressed ? " pressed" : " released");
  }

  @Override
  public String mute(boolean on) throws Refusal, TimeoutException {
    var answer = new CompletableFuture<Optional<String>>();
    agent.accept(new Input.Mute(on, failure -> answer.complete(Optional.ofNullable(failure))));
    var failure = await(answer, MUTE_ANSWER);
    if (failure.isPresent()) {
      throw new Refusal((on ? "muted, but " : "still muted: ") + failure.get());
    }
    return on ? "muted" : "not muted";
  }

  @Override
  public String link(boolean isJoined) throws Refusal {
    var link = agent.linkSwitch();
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
    if (!(agent.board() instanceof SimBoard board)) {
      throw new Refusal("faults can be injected on the simulated board only; this board is real");
    }
    return (device, fault) -> {
      try {
        board.suffer(device, fault);
      } catch (HalException e) {
        throw new Refusal(e.getMessage());
      }
      if (fault.delay().isZero()) {
        agent.lookAgain(); // waiting for a slow device would only delay its next call
      }
    };
  }
}
