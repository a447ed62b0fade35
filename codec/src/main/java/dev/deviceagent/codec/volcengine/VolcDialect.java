package dev.deviceagent.codec.volcengine;

import dev.deviceagent.codec.CodecException;
import dev.deviceagent.codec.Dialect;
import dev.deviceagent.codec.Intent;
import dev.deviceagent.codec.InterruptMode;
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
import java.util.ArrayList;
import java.util.List;

/**
 * Volcengine: frames of a binary channel in, {@code ctrl} and {@code func} frames out. There is no
 * message for the start of a talk: the agent interrupts, and ends the talk with
 * FinishSpeechRecognition (page 6348/1544164, with TurnDetectionMode 1). Nor is there one for a
 * cancelled talk: after speech the agent interrupts; a tap has already interrupted at its start.
 */
public record VolcDialect() implements Dialect {
  private static final Abilities ABILITIES = new Abilities(true, true, true, false);

  @Override
  public String name() {
    return "volcengine";
  }

  @Override
  public boolean recognises(Payload payload) {
    return payload.json() == null
        ? VolcCodec.isFrame(payload.bytes())
        : payload.has("Command") && !payload.has("type");
  }

  @Override
  public Received receive(Payload payload) throws CodecException {
    var message = VolcCodec.decode(payload);
    return new Received(name(), message.summary(), signals(message));
  }

  private List<Signal> signals(VolcMessage message) {
    return switch (message) {
      case VolcMessage.Subtitles(var lines) ->
          lines.stream().<Signal>map(line -> new Signal.Subtitle(Speaker.UNKNOWN, line)).toList();
      case VolcMessage.Conversation conversation -> signals(conversation);
      case VolcMessage.FunctionNotice _ -> List.of(new Signal.CallAnnounced());
      case VolcMessage.Tool(var calls) -> calls.stream().map(this::call).toList();
      case VolcMessage.Other _ -> List.of(new Signal.Unknown());
    };
  }

  private static List<Signal> signals(VolcMessage.Conversation conversation) {
    var signals = new ArrayList<Signal>();
    if (conversation.stage() != null) {
      signals.add(stage(conversation.stage()));
    }
    if (conversation.error() != null) {
      signals.add(
          new Signal.Error(
              conversation.error().isEmpty() ? "no reason given" : conversation.error()));
    }
    return List.copyOf(signals);
  }

  private static Signal stage(int stage) {
    return switch (stage) {
      case 1 -> new Signal.Listening();
      case 2 -> new Signal.Thinking();
      case 3 -> new Signal.Speaking();
      case 4 -> new Signal.Interrupted();
      case 5 -> new Signal.Idle();
      default -> new Signal.Unknown();
    };
  }

  /** Without an id, no peer could match a result. */
  private Signal call(ToolCall call) {
    return new Signal.Call(
        call, call.id() == null ? new Reply.None() : new Reply.Message(this, "tool", call.id()));
  }

  @Override
  public List<ToCloud> say(Intent intent) {
    return switch (intent) {
      case Intent.AskPushToTalk _ -> List.of();
      case Intent.StartTalk _, Intent.Interrupt() -> List.of(new VolcFrame.Interrupt());
      case Intent.FinishTalk() -> List.of(new VolcFrame.FinishSpeechRecognition());
      case Intent.CancelTalk cancel ->
          cancel.isTap() && !cancel.isAiSpeaking() ? List.of() : List.of(new VolcFrame.Interrupt());
      case Intent.Speak speak -> speak(speak);
      case Intent.Ask(var text, var mode) ->
          List.of(new VolcFrame.ExternalTextToLlm(firstPiece(text), mode));
    };
  }

  /**
   * A second piece spoken "now" would cut off the first, and one that is dropped "if busy" would
   * leave a gap. All pieces but the first therefore wait for their turn. If pieces must be dropped,
   * all are dropped here.
   */
  private static List<ToCloud> speak(Intent.Speak speak) {
    var pieces = SpokenText.split(SpokenText.cut(speak.text().text()));
    var first = speak.mode();
    if (pieces.size() > 1 && first == InterruptMode.IF_IDLE) {
      if (speak.isAiBusy()) {
        return List.of();
      }
      first = InterruptMode.AFTER;
    }
    var frames = new ArrayList<ToCloud>();
    for (var piece : pieces) {
      var mode = frames.isEmpty() ? first : InterruptMode.AFTER;
      frames.add(new VolcFrame.ExternalTextToSpeech(new Redacted(piece), mode));
    }
    return frames;
  }

  /** A question is one command, so only its first piece is sent. */
  private static Redacted firstPiece(Redacted text) {
    var pieces = SpokenText.split(text.text());
    return new Redacted(pieces.isEmpty() ? "" : pieces.getFirst());
  }

  @Override
  public List<ToCloud> reply(Reply.Message reply, Outcome outcome) {
    return List.of(new VolcFrame.FunctionResult(reply.id(), outcome.toJson().toString()));
  }

  @Override
  public Abilities abilities() {
    return ABILITIES;
  }
}
