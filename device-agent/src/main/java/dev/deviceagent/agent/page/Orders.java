package dev.deviceagent.agent.page;

import dev.deviceagent.agent.link.ControlServer.Refusal;
import dev.deviceagent.codec.CodecException;
import dev.deviceagent.codec.Fields;
import dev.deviceagent.codec.Json;
import dev.deviceagent.codec.JsonReader;
import dev.deviceagent.codec.Limits;
import java.io.IOException;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.tinylog.Logger;

/**
 * What a page may have the speaker do: each is a question of the control socket, answered by the
 * same code. For any thread.
 */
final class Orders {
  static final Set<String> ALL = Set.of("button", "mute", "send", "fault", "link");

  private final Speaker speaker;
  private final boolean isAllowed;

  /** Buttons that are down because a page says so. */
  private final Set<String> held = new LinkedHashSet<>();

  Orders(Speaker speaker, boolean isAllowed) {
    this.speaker = speaker;
    this.isAllowed = isAllowed;
  }

  /**
   * Does one.
   *
   * @param order one of {@link #ALL}
   * @param exchange its body is the message itself for {@code send}, else JSON: what the control
   *     socket wants to know
   */
  Answer carryOut(String order, Exchange exchange) throws IOException {
    if (!isAllowed) {
      return Answer.line(Answer.FORBIDDEN, "this page only shows: 'page.control' says so");
    }
    var body = exchange.body(Limits.MESSAGE_BYTES + 1);
    if (body.length > Limits.MESSAGE_BYTES) {
      return Answer.line(Answer.TOO_LARGE, "more than " + Limits.MESSAGE_BYTES + " bytes");
    }
    try {
      var question = question(order, body).with("do", order);
      remember(question);
      return Answer.json(speaker.ask(question));
    } catch (CodecException e) {
      return Answer.line(Answer.BAD_REQUEST, String.valueOf(e.getMessage()));
    } catch (Refusal e) {
      return Answer.line(Answer.CONFLICT, String.valueOf(e.getMessage()));
    }
  }

  private static Json.Obj question(String order, byte[] body) throws CodecException {
    return order.equals("send")
        ? Json.object().with("message", Base64.getEncoder().encodeToString(body))
        : JsonReader.object(JsonReader.utf8(body, 0, body.length));
  }

  private void remember(Json.Obj question) throws CodecException {
    if (Json.of("button").equals(question.get("do"))) {
      var button = Fields.of(question);
      synchronized (held) {
        if (button.truth("pressed")) {
          held.add(button.text("name"));
        } else {
          held.remove(button.text("name"));
        }
      }
    }
  }

  /** A browser that vanishes with its finger on a button must not leave it down. */
  void release() {
    List<String> down;
    synchronized (held) {
      down = List.copyOf(held);
      held.clear();
    }
    for (var name : down) {
      try {
        speaker.ask(Json.object().with("do", "button").with("name", name).with("pressed", false));
      } catch (CodecException | Refusal e) {
        Logger.debug("button {}: {}", name, e.getMessage());
      }
    }
  }
}
