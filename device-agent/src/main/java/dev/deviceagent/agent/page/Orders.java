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
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.tinylog.Logger;

/**
 * What a page may have the speaker do: each is a question of the control socket, answered by the
 * same code. For any thread.
 */
final class Orders {
  static final Set<String> ALL = Set.of("button", "mute", "send", "fault", "link");

  private static final String SEND = "send";
  private static final String BUTTON = "button";

  /** An order but {@code send} is a line of JSON. */
  private static final int ORDER_BYTES = 1024;

  /** Messages that are read and handed to the speaker at a time. */
  private static final int MESSAGES_MOST = 4;

  private final Speaker speaker;
  private final boolean isAllowed;

  /** Orders about buttons one after the other, so that {@link #held} is what the speaker did. */
  private final Lock buttons = new ReentrantLock();

  /** Buttons of the board that are down because of a page. */
  private final Set<String> held = new LinkedHashSet<>();

  private final Semaphore sending = new Semaphore(MESSAGES_MOST);

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
    if (!order.equals(SEND)) {
      return carryOut(order, exchange, ORDER_BYTES);
    }
    if (!sending.tryAcquire()) {
      return Answer.line(Answer.BUSY, MESSAGES_MOST + " messages are being sent already");
    }
    try {
      return carryOut(order, exchange, Limits.MESSAGE_BYTES);
    } finally {
      sending.release();
    }
  }

  private Answer carryOut(String order, Exchange exchange, int most) throws IOException {
    var body = exchange.body(most + 1);
    if (body.length > most) {
      return Answer.line(Answer.TOO_LARGE, "more than " + most + " bytes");
    }
    try {
      var question = question(order, body).with("do", order);
      return Answer.json(order.equals(BUTTON) ? press(question) : speaker.ask(question));
    } catch (CodecException e) {
      return Answer.line(Answer.BAD_REQUEST, String.valueOf(e.getMessage()));
    } catch (Refusal e) {
      return Answer.line(Answer.CONFLICT, String.valueOf(e.getMessage()));
    }
  }

  private static Json.Obj question(String order, byte[] body) throws CodecException {
    return order.equals(SEND)
        ? Json.object().with("message", Base64.getEncoder().encodeToString(body))
        : JsonReader.object(JsonReader.utf8(body, 0, body.length));
  }

  /** Remembers what the speaker has accepted, so no more names than the board has buttons. */
  private Json press(Json.Obj question) throws CodecException, Refusal {
    var button = Fields.of(question);
    var name = button.text("name");
    boolean isPressed = button.truth("pressed");
    buttons.lock();
    try {
      var answer = speaker.ask(question);
      if (isPressed) {
        held.add(name);
      } else {
        held.remove(name);
      }
      return answer;
    } finally {
      buttons.unlock();
    }
  }

  /** A browser that vanishes with its finger on a button must not leave it down. */
  void release() {
    buttons.lock();
    try {
      for (var name : held) {
        letGo(name);
      }
      held.clear();
    } finally {
      buttons.unlock();
    }
  }

  private void letGo(String name) {
    try {
      speaker.ask(Json.object().with("do", BUTTON).with("name", name).with("pressed", false));
    } catch (CodecException | Refusal e) {
      Logger.debug("button {}: {}", name, e.getMessage());
    }
  }
}
