package dev.deviceagent.agent.acme;

import dev.deviceagent.codec.CodecException;
import dev.deviceagent.codec.Dialect;
import dev.deviceagent.codec.Intent;
import dev.deviceagent.codec.Json;
import dev.deviceagent.codec.JsonReader;
import dev.deviceagent.codec.Outcome;
import dev.deviceagent.codec.Payload;
import dev.deviceagent.codec.Received;
import dev.deviceagent.codec.Reply;
import dev.deviceagent.codec.Signal;
import dev.deviceagent.codec.ToCloud;
import dev.deviceagent.codec.ToolCall;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Lines such as {@code ACME CALL 7 SetVolume {"volume":30}}. */
public record AcmeDialect() implements Dialect {
  static final String PREFIX = "ACME ";

  @Override
  public String name() {
    return "acme";
  }

  @Override
  public boolean recognises(Payload payload) {
    return text(payload).startsWith(PREFIX);
  }

  private static String text(Payload payload) {
    return new String(payload.bytes(), StandardCharsets.UTF_8);
  }

  @Override
  public Received receive(Payload payload) throws CodecException {
    var message = AcmeMessage.decode(text(payload));
    return Received.of(name(), message, signal(message));
  }

  private Signal signal(AcmeMessage message) throws CodecException {
    return switch (message.word()) {
      case "SPEAKING" -> new Signal.Speaking();
      case "DONE" -> new Signal.Idle();
      case "FEELS" -> new Signal.Emotion(message.rest());
      case "MODE" -> new Signal.PushToTalkMode(message.rest().equals("button"));
      case "CALL" -> call(message.rest().split(" ", 3));
      default -> new Signal.Unknown();
    };
  }

  private Signal call(String[] parts) throws CodecException {
    var id = Json.of(parts[0]);
    var arguments = new ToolCall.Arguments.Given(JsonReader.object(parts[2]));
    var reply = new Reply.Message(this, "CALL", id);
    return new Signal.Call(new ToolCall(id, parts[1], arguments), reply);
  }

  @Override
  public List<ToCloud> say(Intent intent) {
    return List.of(
        new AcmeCommand(
            switch (intent) {
              case Intent.AskPushToTalk(var enable) -> "mode " + enable;
              case Intent.StartTalk _ -> "talk";
              case Intent.FinishTalk() -> "over";
              case Intent.CancelTalk _ -> "forget";
              case Intent.Interrupt() -> "hush";
              case Intent.Speak speak -> "say " + speak.text().text();
              case Intent.Ask ask -> "ask " + ask.text().text();
            }));
  }

  @Override
  public List<ToCloud> reply(Reply.Message reply, Outcome outcome) {
    var word = outcome instanceof Outcome.Done ? "did " : "failed ";
    return List.of(new AcmeCommand(word + ((Json.Text) reply.id()).value()));
  }

  @Override
  public Abilities abilities() {
    return new Abilities(true, true, true, true);
  }
}
