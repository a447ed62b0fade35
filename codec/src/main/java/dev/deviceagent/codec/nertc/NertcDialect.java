package dev.deviceagent.codec.nertc;

import dev.deviceagent.codec.CodecException;
import dev.deviceagent.codec.Dialect;
import dev.deviceagent.codec.Identity;
import dev.deviceagent.codec.Intent;
import dev.deviceagent.codec.Json;
import dev.deviceagent.codec.Outcome;
import dev.deviceagent.codec.Payload;
import dev.deviceagent.codec.Received;
import dev.deviceagent.codec.Redacted;
import dev.deviceagent.codec.Reply;
import dev.deviceagent.codec.Signal;
import dev.deviceagent.codec.Signal.Speaker;
import dev.deviceagent.codec.SpokenText;
import dev.deviceagent.codec.ToCloud;
import dev.deviceagent.codec.ToolCall;
import dev.deviceagent.codec.mcp.Mcp;
import dev.deviceagent.codec.nertc.NertcMessage.Body;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * NetEase NERTC: messages of its callback in, calls of its SDK out. The engine gets its
 * push-to-talk mode at creation, so there is no request for it. Listening does not interrupt the
 * AI, so an interrupt is sent first. There is no call for a cancelled talk: the talk is finished,
 * and its answer is interrupted.
 */
public record NertcDialect(Identity identity) implements Dialect {
  private static final Abilities ABILITIES = new Abilities(true, true, true, false);

  /** Functions that end the conversation; they are not actions of the device. */
  private static final Set<String> GOODBYE = Set.of("good_bye_call", "Long_Silence");

  @Override
  public String name() {
    return "nertc";
  }

  @Override
  public boolean recognises(Payload payload) {
    return payload.json() == null
        ? NertcCodec.isPair(payload.bytes())
        : payload.find("type") instanceof Json.Text
            || payload.has("jsonrpc")
            || payload.has("call");
  }

  @Override
  public Received receive(Payload payload) throws CodecException {
    var message = NertcCodec.decode(payload);
    var signals = new ArrayList<Signal>();
    if (message.request() != null) {
      signals.add(new Signal.Subtitle(Speaker.OWNER, message.request()));
    }
    signals.addAll(signals(message.body()));
    return new Received(name(), message.summary(), List.copyOf(signals));
  }

  private List<Signal> signals(Body body) {
    return switch (body) {
      case NertcMessage.Tool(var calls) -> calls.stream().map(NertcDialect::call).toList();
      case NertcMessage.Event(var event) -> List.of(event(event));
      case NertcMessage.Emotion(_, var emotion) -> List.of(new Signal.Emotion(emotion));
      case NertcMessage.Speech(var state) -> List.of(speech(state));
      case NertcMessage.Mcp(var rpc) -> Mcp.signals(rpc, identity, this, NertcCall.ReplyMcp::new);
      case NertcMessage.SongSearch(var needsConfirmation, var songs) ->
          List.of(
              needsConfirmation || songs.isEmpty()
                  ? new Signal.Unused("Songs that the AI found; it asks the owner first.")
                  : new Signal.PlaySongs(songs));
      case NertcMessage.Alarms(var alarms) -> List.of(new Signal.Alarms(alarms));
      case NertcMessage.Content _ -> List.of(new Signal.Unknown());
      case NertcMessage.Other(_, var isKnown) ->
          List.of(
              isKnown
                  ? new Signal.Unused("Known; this device does not act on it.")
                  : new Signal.Unknown());
    };
  }

  private static Signal call(ToolCall call) {
    return GOODBYE.contains(call.name())
        ? new Signal.Goodbye()
        : new Signal.Call(call, new Reply.Spoken());
  }

  private static Signal event(String event) {
    return switch (event) {
      case "audio.agent.speech_started" -> new Signal.Speaking();
      case "audio.agent.speech_stopped" -> new Signal.Idle();
      case "audio.agent.interrupted" -> new Signal.Interrupted();
      default -> new Signal.Unknown();
    };
  }

  private static Signal speech(String state) {
    return switch (state) {
      case "start" -> new Signal.Speaking();
      case "stop" -> new Signal.Idle();
      default -> new Signal.Unknown();
    };
  }

  @Override
  public List<ToCloud> say(Intent intent) {
    return switch (intent) {
      case Intent.AskPushToTalk _ -> List.of();
      case Intent.StartTalk(var overAi) ->
          overAi
              ? List.of(new NertcCall.Interrupt(), new NertcCall.StartListen())
              : List.of(new NertcCall.StartListen());
      case Intent.FinishTalk() -> List.of(new NertcCall.StopListen());
      case Intent.CancelTalk cancel ->
          isInterrupted(cancel)
              ? List.of(new NertcCall.StopListen())
              : List.of(new NertcCall.StopListen(), new NertcCall.Interrupt());
      case Intent.Interrupt() -> List.of(new NertcCall.Interrupt());
      case Intent.Speak(var text, var mode, _) ->
          List.of(new NertcCall.ExternalTts(cut(text), mode, true));
      case Intent.Ask(var text, var mode) -> List.of(new NertcCall.LlmPrompt(cut(text), mode));
    };
  }

  /**
   * The start of a tap over the AI has already interrupted it, and there is no speech to discard.
   */
  private static boolean isInterrupted(Intent.CancelTalk cancel) {
    return cancel.isTap() && cancel.beganOverAi() && !cancel.isAiSpeaking();
  }

  private static Redacted cut(Redacted text) {
    return new Redacted(SpokenText.cut(text.text()));
  }

  @Override
  public List<ToCloud> reply(Reply.Message reply, Outcome outcome) {
    return List.of(new NertcCall.ReplyMcp(Mcp.answer(reply, outcome)));
  }

  @Override
  public Abilities abilities() {
    return ABILITIES;
  }
}
