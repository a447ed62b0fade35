package dev.deviceagent.codec.aicall;

import dev.deviceagent.codec.CodecException;
import dev.deviceagent.codec.Dialect;
import dev.deviceagent.codec.Identity;
import dev.deviceagent.codec.Intent;
import dev.deviceagent.codec.Json;
import dev.deviceagent.codec.Limits;
import dev.deviceagent.codec.Outcome;
import dev.deviceagent.codec.Payload;
import dev.deviceagent.codec.Received;
import dev.deviceagent.codec.Redacted;
import dev.deviceagent.codec.Reply;
import dev.deviceagent.codec.Signal;
import dev.deviceagent.codec.ToCloud;
import dev.deviceagent.codec.aicall.AiCallMessage.AgentError;
import dev.deviceagent.codec.aicall.AiCallMessage.AgentLeaving;
import dev.deviceagent.codec.aicall.AiCallMessage.AgentState;
import dev.deviceagent.codec.aicall.AiCallMessage.Body;
import dev.deviceagent.codec.aicall.AiCallMessage.CustomMessage;
import dev.deviceagent.codec.aicall.AiCallMessage.EmotionChanged;
import dev.deviceagent.codec.aicall.AiCallMessage.Notice;
import dev.deviceagent.codec.aicall.AiCallMessage.PushToTalkChanged;
import dev.deviceagent.codec.aicall.AiCallMessage.Subtitle;
import dev.deviceagent.codec.aicall.AiCallRequest.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Alibaba AICall. Each intent is one message of the data channel. The protocol cannot give the AI
 * text to speak and has no function calls: an operator's server sends custom messages instead.
 */
public record AiCallDialect(Identity identity) implements Dialect {
  private static final Abilities ABILITIES = new Abilities(false, false, false, true);

  @Override
  public String name() {
    return "aicall";
  }

  @Override
  public boolean recognises(Payload payload) {
    return payload.find("type") instanceof Json.Num
        || (!payload.has("type") && (isDataChannelRequest(payload) || isChatTextRequest(payload)));
  }

  private static boolean isDataChannelRequest(Payload payload) {
    return payload.has("InstanceId") && payload.has("Message");
  }

  private static boolean isChatTextRequest(Payload payload) {
    return payload.has("Text") && payload.has("Type");
  }

  @Override
  public Received receive(Payload payload) throws CodecException {
    var message = decode(payload);
    return Received.of(name(), message, signal(message));
  }

  static AiCallMessage decode(Payload payload) throws CodecException {
    var fields = payload.fields();
    if (payload.has("type")) {
      int number = fields.integer("type");
      var known = AiCallNumber.of(number);
      return known.isPresent() ? known.get().read(fields) : new AiCallMessage.Unknown(number);
    }
    if (isDataChannelRequest(payload)) {
      return new AiCallMessage.DataChannelRequest(new Redacted(fields.text("Message")));
    }
    return new AiCallMessage.ChatTextRequest(
        new Redacted(fields.text("Text")), fields.word("Type", Limits.NAME_CHARACTERS));
  }

  private static Signal signal(AiCallMessage message) {
    return switch (message) {
      case AiCallMessage.Numbered(_, var body) -> signal(body);
      case AiCallMessage.Unknown _ -> new Signal.Unknown();
      case AiCallMessage.DataChannelRequest(var text) -> new Signal.CustomMessage(text);
      case AiCallMessage.ChatTextRequest(var text, var type) ->
          type.equals("custom") ? new Signal.CustomMessage(text) : new Signal.Announcement(text);
    };
  }

  private static Signal signal(Body body) {
    return switch (body) {
      case AgentError(var code, var text) -> new Signal.Error(withText("error " + code, text));
      case AgentState(var state) -> state(state);
      case Subtitle(var speaker, var text) -> new Signal.Subtitle(speaker, text);
      case PushToTalkChanged(var enable) -> new Signal.PushToTalkMode(enable);
      case AgentLeaving(var reason, var text) ->
          new Signal.Leaving(withText("reason " + reason, text));
      case CustomMessage(var text) -> new Signal.CustomMessage(text);
      case EmotionChanged(var emotion) -> new Signal.Emotion(emotion);
      case Notice(var meaning) -> new Signal.Unused(meaning);
    };
  }

  private static Signal state(int state) {
    return switch (state) {
      case 1 -> new Signal.Listening();
      case 2 -> new Signal.Thinking();
      case 3 -> new Signal.Speaking();
      default -> new Signal.Unknown();
    };
  }

  private static String withText(String what, @Nullable String text) {
    return text == null ? what : what + ": " + text;
  }

  @Override
  public List<ToCloud> say(Intent intent) {
    return switch (intent) {
      case Intent.AskPushToTalk(var enable) ->
          List.of(request(Kind.SET_PUSH_TO_TALK, Json.object().with("enable", enable)));
      case Intent.StartTalk _ -> List.of(request(Kind.START_TALKING, null));
      case Intent.FinishTalk() -> List.of(request(Kind.FINISH_TALKING, null));
      case Intent.CancelTalk cancel -> cancel(cancel);
      case Intent.Interrupt() -> List.of(request(Kind.INTERRUPT, null));
      case Intent.Speak _, Intent.Ask _ -> List.of();
    };
  }

  /** A press does not interrupt the AI by itself, so a tap sends the interrupt when it ends. */
  private List<ToCloud> cancel(Intent.CancelTalk cancel) {
    var requests = new ArrayList<ToCloud>();
    requests.add(request(Kind.CANCEL_TALKING, null));
    if (cancel.isTap() && (cancel.beganOverAi() || cancel.isAiSpeaking())) {
      requests.add(request(Kind.INTERRUPT, null));
    }
    return requests;
  }

  private AiCallRequest request(Kind kind, @Nullable Json data) {
    return new AiCallRequest(kind, identity.user(), identity.agent(), data);
  }

  @Override
  public List<ToCloud> reply(Reply.Message reply, Outcome outcome) {
    return List.of();
  }

  @Override
  public Abilities abilities() {
    return ABILITIES;
  }
}
