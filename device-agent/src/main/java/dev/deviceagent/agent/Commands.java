package dev.deviceagent.agent;

import dev.deviceagent.agent.core.Input;
import dev.deviceagent.agent.link.ControlServer.Refusal;
import dev.deviceagent.codec.CodecException;
import dev.deviceagent.codec.Fields;
import dev.deviceagent.codec.Json;
import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.sim.Fault;
import dev.deviceagent.hal.sim.SimBoard;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;

/** What the commands ask the running agent over the control socket. */
final class Commands {
  /** The core answers for a switch that does not, some time earlier. */
  private static final Duration MUTE_ANSWER = Duration.ofSeconds(10);

  private final Agent agent;
  private final Doctor doctor = new Doctor();

  Commands(Agent agent) {
    this.agent = agent;
  }

  Json answer(Fields question) throws CodecException, Refusal {
    try {
      var what = question.text("do");
      return switch (what) {
        case "status" -> agent.status().withLeds(agent.leds()).toJson();
        case "send" -> send(question.text("message"));
        case "button" -> button(question.text("name"), question.truth("pressed"));
        case "mute" -> mute(question.truth("on"));
        case "doctor" -> doctor();
        case "fault" -> fault(question);
        case "link" -> link(question.truth("joined"));
        default -> throw new Refusal("this agent does not know '" + what + "'");
      };
    } catch (HalException e) {
      throw new Refusal(e.getMessage());
    } catch (TimeoutException e) {
      throw new Refusal("the agent does not answer; see its log");
    }
  }

  private Json send(String base64) throws Refusal {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw new Refusal("the message did not arrive whole");
    }
    int longest = agent.config().link().longestFrameBytes() - 1; // a frame has its kind, too
    if (bytes.length > longest) {
      throw new Refusal(
          "the message has %d bytes, and the link takes %d at most; see link.longest_frame in the configuration"
              .formatted(bytes.length, longest));
    }
    try {
      var message = agent.dialects().receive(bytes);
      agent.accept(new Input.Heard(message, false, bytes.length));
      return Json.of(message.summary());
    } catch (CodecException e) {
      agent.accept(new Input.Rejected(e, false));
      throw new Refusal("message rejected: " + e.getMessage());
    }
  }

  private Json button(String name, boolean pressed) throws HalException {
    agent.board().press(name, pressed);
    return Json.of(name + (pressed ? " pressed" : " released"));
  }

  private Json mute(boolean on) throws Refusal, TimeoutException {
    var answer = new CompletableFuture<Optional<String>>();
    agent.accept(new Input.Mute(on, failure -> answer.complete(Optional.ofNullable(failure))));
    var failure = Agent.await(answer, MUTE_ANSWER);
    if (failure.isPresent()) {
      throw new Refusal((on ? "muted, but " : "still muted: ") + failure.get());
    }
    return Json.of(on ? "muted" : "not muted");
  }

  private Json doctor() throws Refusal {
    var findings = doctor.examine(agent.board(), agent.config(), agent.threads());
    return Doctor.toJson(
        agent.board(),
        findings.orElseThrow(
            () -> new Refusal("another doctor is examining the devices; ask again in a minute")));
  }

  private Json link(boolean joined) throws Refusal {
    var link = agent.linkSwitch();
    if (link == null) {
      throw new Refusal("the link is cut by hand on the simulated board only; this one is real");
    }
    if (joined) {
      link.restore();
    } else {
      link.cut();
    }
    return Json.of(joined ? "link restored" : "link cut");
  }

  private Json fault(Fields question) throws CodecException, HalException, Refusal {
    if (!(agent.board() instanceof SimBoard board)) {
      throw new Refusal("faults are for the simulated board; this one is real");
    }
    var kind = question.text("fault");
    var fault =
        switch (kind) {
          case "ok" -> Fault.NONE;
          case "fail" -> Fault.failing();
          case "absent" -> Fault.absent();
          case "slow" -> Fault.slow(Duration.ofMillis(question.integer("millis")));
          default -> throw new Refusal("no fault '" + kind + "': ok, fail, absent or slow");
        };
    var device = question.text("device");
    board.suffer(device, fault);
    if (!kind.equals("slow")) {
      agent.lookAgain(); // a slow device would only be kept from what it is asked next
    }
    return Json.of(device + " " + kind);
  }
}
