package dev.deviceagent.agent.page;

import dev.deviceagent.agent.control.FaultWords;
import dev.deviceagent.agent.control.Refusal;
import dev.deviceagent.agent.control.Speaker;
import dev.deviceagent.codec.CodecException;
import dev.deviceagent.codec.Fields;
import dev.deviceagent.codec.Json;
import dev.deviceagent.codec.JsonReader;
import dev.deviceagent.codec.Limits;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.tinylog.Logger;

/**
 * The orders that a page may give the speaker: reads each one and writes its answer. Thread-safe.
 */
final class Orders {
  private static final String SEND = "send";
  private static final String BUTTON = "button";
  private static final String MUTE = "mute";
  private static final String LINK = "link";
  private static final String FAULT = "fault";

  static final Set<String> ALL = Set.of(SEND, BUTTON, MUTE, LINK, FAULT);

  /** Every order except {@code send} is a line of JSON. */
  private static final int ORDER_BYTES = 1024;

  /** Messages that are processed at the same time. */
  private static final int MESSAGES_MOST = 4;

  private final Speaker speaker;
  private final boolean isAllowed;

  /** Serialises orders about buttons, so that {@link #held} matches the speaker. */
  private final Lock buttons = new ReentrantLock();

  /** Buttons of the board that a page holds down. */
  private final Set<String> held = new LinkedHashSet<>();

  private final Semaphore sending = new Semaphore(MESSAGES_MOST);

  Orders(Speaker speaker, boolean isAllowed) {
    this.speaker = speaker;
    this.isAllowed = isAllowed;
  }

  /**
   * Carries out one order.
   *
   * @param order one of {@link #ALL}
   * @param exchange its body is the message itself for {@code send}; otherwise JSON with the
   *     members of the control socket's question
   */
  Answer carryOut(String order, Exchange exchange) throws IOException {
    if (!isAllowed) {
      return Answer.line(
          Answer.FORBIDDEN,
          "this page is read-only; 'page.control: yes' in the configuration allows orders");
    }
    if (!order.equals(SEND)) {
      return carryOut(order, exchange, ORDER_BYTES);
    }
    if (!sending.tryAcquire()) {
      return Answer.line(
          Answer.BUSY, MESSAGES_MOST + " messages are already being sent; try again");
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
      return Answer.line(Answer.TOO_LARGE, "the request exceeds the limit of " + most + " bytes");
    }
    try {
      return Answer.json(Json.of(order.equals(SEND) ? speaker.send(body) : ask(order, body)));
    } catch (CodecException e) {
      return Answer.line(Answer.BAD_REQUEST, String.valueOf(e.getMessage()));
    } catch (Refusal | TimeoutException e) {
      return Answer.line(Answer.CONFLICT, String.valueOf(e.getMessage()));
    }
  }

  private String ask(String order, byte[] body) throws CodecException, Refusal, TimeoutException {
    var question = Fields.of(JsonReader.object(JsonReader.utf8(body, 0, body.length)));
    return switch (order) {
      case BUTTON -> press(question.text("name"), question.truth("pressed"));
      case MUTE -> speaker.mute(question.truth("on"));
      case LINK -> speaker.link(question.truth("joined"));
      case FAULT -> FaultWords.inject(question, speaker);
      default -> throw new IllegalArgumentException(order);
    };
  }

  /** Stores only names that the speaker has accepted, so at most one for each button. */
  private String press(String name, boolean isPressed) throws Refusal {
    buttons.lock();
    try {
      var answer = speaker.button(name, isPressed);
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

  /**
   * Releases the held buttons: a browser that disconnects during a press must not leave one down.
   */
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
      speaker.button(name, false);
    } catch (Refusal e) {
      Logger.debug("button {}: {}", name, e.getMessage());
    }
  }
}
