package dev.deviceagent.codec.testdialect;

import dev.deviceagent.codec.CodecException;
import dev.deviceagent.codec.Dialect;
import dev.deviceagent.codec.Identity;
import dev.deviceagent.codec.Intent;
import dev.deviceagent.codec.Json;
import dev.deviceagent.codec.Outcome;
import dev.deviceagent.codec.Payload;
import dev.deviceagent.codec.Received;
import dev.deviceagent.codec.Reply;
import dev.deviceagent.codec.Signal;
import dev.deviceagent.codec.SpokenText;
import dev.deviceagent.codec.ToCloud;
import java.util.List;

/** The pigeon's dialect. It accepts no questions, and has a message that cancels a talk. */
public record PigeonDialect(Identity identity) implements Dialect {
  private static final Abilities ABILITIES = new Abilities(true, false, true, true);

  @Override
  public String name() {
    return "pigeon";
  }

  @Override
  public boolean recognises(Payload payload) {
    return payload.has("pigeon");
  }

  @Override
  public Received receive(Payload payload) throws CodecException {
    var message = PigeonMessage.read(payload.fields());
    return new Received(name(), message.summary(), signals(message));
  }

  private List<Signal> signals(PigeonMessage message) {
    return switch (message) {
      case PigeonMessage.State(var name) -> List.of(state(name));
      case PigeonMessage.Said(var text) -> List.of(new Signal.Subtitle(Signal.Speaker.AI, text));
      case PigeonMessage.Errands(var calls) ->
          calls.stream()
              .<Signal>map(call ->
                  new Signal.Call(
                      call,
                      call.id() == null
                          ? new Reply.None()
                          : new Reply.Message(this, "errand", call.id())))
              .toList();
      case PigeonMessage.Other _ -> List.of(new Signal.Unknown());
    };
  }

  private static Signal state(String name) {
    return switch (name) {
      case "coos" -> new Signal.Speaking();
      case "sleeps" -> new Signal.Idle();
      default -> new Signal.Unknown();
    };
  }

  @Override
  public List<ToCloud> say(Intent intent) {
    return switch (intent) {
      case Intent.AskPushToTalk(var enable) -> note("button", Json.object().with("on", enable));
      case Intent.StartTalk _ -> note("start", Json.object());
      case Intent.FinishTalk() -> note("finish", Json.object());
      case Intent.CancelTalk _ -> note("forget", Json.object());
      case Intent.Interrupt() -> note("hush", Json.object());
      case Intent.Speak(var text, _, _) ->
          note("speak", Json.object().with("text", SpokenText.cut(text.text())));
      case Intent.Ask _ -> List.of();
    };
  }

  @Override
  public List<ToCloud> reply(Reply.Message reply, Outcome outcome) {
    return note("done", Json.object().with("errand", reply.id()).with("result", outcome.toJson()));
  }

  private List<ToCloud> note(String kind, Json.Obj more) {
    return List.of(new PigeonNote(kind, identity.agent(), more));
  }

  @Override
  public Abilities abilities() {
    return ABILITIES;
  }
}
