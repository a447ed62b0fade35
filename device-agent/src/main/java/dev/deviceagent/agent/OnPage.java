package dev.deviceagent.agent;

import dev.deviceagent.agent.core.Status;
import dev.deviceagent.agent.link.ControlServer.Refusal;
import dev.deviceagent.agent.page.Speaker;
import dev.deviceagent.codec.CodecException;
import dev.deviceagent.codec.Fields;
import dev.deviceagent.codec.Json;
import dev.deviceagent.hal.Picture;
import dev.deviceagent.hal.sim.Fault;
import dev.deviceagent.hal.sim.SimBoard;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The running agent as its page sees it; what the page asks for, the commands' own code does.
 *
 * @param isAllowed whether the page may have it do something
 */
record OnPage(Agent agent, Commands commands, boolean isAllowed) implements Speaker {
  @Override
  public Status status() throws TimeoutException {
    return agent.status();
  }

  @Override
  public Json.Obj board() {
    var board = agent.board();
    var faults = Json.object();
    if (board instanceof SimBoard sim) {
      for (var fault : sim.faults().entrySet()) {
        faults = faults.with(fault.getKey(), word(fault.getValue()));
      }
    }
    return Json.object()
        .with("name", board.name())
        .with("simulated", board instanceof SimBoard)
        .with("control", isAllowed)
        .with("buttons", board.buttons())
        .with("devices", List.copyOf(board.devices().keySet()))
        .with("faults", faults);
  }

  /** As {@code device-agent fault} has it. */
  private static String word(Fault fault) {
    return switch (fault.mode()) {
      case OK -> fault.delay().isZero() ? "ok" : "slow";
      case FAIL -> "fail";
      case ABSENT -> "absent";
    };
  }

  @Override
  public @Nullable List<String> leds() {
    return agent.leds();
  }

  @Override
  public @Nullable Picture face() {
    return agent.face();
  }

  @Override
  public Json ask(Json.Obj question) throws CodecException, Refusal {
    return commands.answer(Fields.of(question));
  }
}
