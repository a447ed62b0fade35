package dev.deviceagent.codec;

import dev.deviceagent.codec.AiCallMessage.*;
import org.jspecify.annotations.Nullable;

/** The numbers of the AICall data channel, and what each one carries. */
final class AiCallTable {
  private AiCallTable() {}

  static AiCallMessage read(Fields envelope) throws CodecException {
    int type = envelope.integer("type");
    var sender = envelope.optionalText("senderId");
    var receiver = envelope.optionalText("receiverId");
    return new AiCallMessage(
        envelope.optionalLong("seqId"),
        sender == null ? "" : sender,
        receiver == null ? "" : receiver,
        body(type, envelope));
  }

  static Json.Obj write(AiCallMessage message) {
    return Json.object()
        .with("type", message.body().type())
        .withOptional("seqId", message.seqId())
        .with("senderId", message.senderId())
        .with("receiverId", message.receiverId())
        .withOptional("data", data(message.body()));
  }

  /** Whether a public source says what the number means; only then is its data an object. */
  private static boolean isNamed(int type) {
    return (type >= 1000 && type <= 1014) || (type >= 1100 && type <= 1110);
  }

  /** A message without data is read as one with empty data, so that what is missing is named. */
  private static Body body(int type, Fields envelope) throws CodecException {
    if (!isNamed(type)) {
      return new Unknown(type, envelope.find("data"));
    }
    var given = envelope.optionalObject("data");
    var data = given == null ? new Fields(Json.object(), envelope.at("data")) : given;
    return switch (type) {
      case 1000 -> new AgentError(data.integer("code"), data.optionalText("message"));
      case 1001 -> new AgentState(data.integer("state"));
      case 1002 ->
          new AgentSubtitle(
              new Hidden(data.text("text")),
              data.optionalTruth("end"),
              data.optionalInteger("sentenceId"));
      case 1003 ->
          new UserSubtitle(
              new Hidden(data.text("text")),
              data.optionalTruth("end"),
              data.optionalInteger("sentenceId"),
              data.optionalInteger("voiceprint"));
      case 1004 -> new VoiceInterruptionChanged(data.truth("enable"));
      case 1005 -> new VoiceChanged(data.text("voiceId"));
      case 1006 -> new RtcToken(new Hidden(data.text("token")));
      case 1007 -> new PushToTalkChanged(data.truth("enable"));
      case 1008 -> new VoiceprintUseChanged(data.truth("enable"));
      case 1009 -> new VoiceprintCleared();
      case 1010 -> new AgentLeaving(data.integer("reason"), data.optionalText("message"));
      case 1011 -> new CustomMessage(new Hidden(custom(data)));
      case 1012 -> {
        var mode = data.optionalInteger("takeoverMode");
        yield new TakeoverStarting(data.text("takeoverUid"), mode == null ? 1 : mode);
      }
      case 1013 -> new TakeoverConnected(data.text("takeoverUid"));
      case 1014 ->
          new EmotionChanged(
              data.word("emotion", Limits.EMOTION_CHARACTERS), data.optionalInteger("sentenceId"));
      case 1100 -> new StopAgent();
      case 1101 -> new Interrupt();
      case 1102 -> new SetVoiceInterruption(data.truth("enable"));
      case 1103 -> new SetVoice(data.text("voiceId"));
      case 1104 -> new AskRtcToken(data.text("userId"));
      case 1105 -> new SetPushToTalk(data.truth("enable"));
      case 1106 -> new StartTalking();
      case 1107 -> new FinishTalking();
      case 1108 -> new CancelTalking();
      case 1109 -> new UseVoiceprint(data.truth("enable"));
      case 1110 -> new ClearVoiceprint();
      default -> throw new IllegalStateException("no line for " + type);
    };
  }

  /** A JSON string within JSON; an operator who leaves out the string is understood too. */
  private static String custom(Fields data) throws CodecException {
    return data.find("message") instanceof Json.Obj object
        ? object.toString()
        : data.text("message");
  }

  static int type(Body body) {
    return switch (body) {
      case AgentError _ -> 1000;
      case AgentState _ -> 1001;
      case AgentSubtitle _ -> 1002;
      case UserSubtitle _ -> 1003;
      case VoiceInterruptionChanged _ -> 1004;
      case VoiceChanged _ -> 1005;
      case RtcToken _ -> 1006;
      case PushToTalkChanged _ -> 1007;
      case VoiceprintUseChanged _ -> 1008;
      case VoiceprintCleared _ -> 1009;
      case AgentLeaving _ -> 1010;
      case CustomMessage _ -> 1011;
      case TakeoverStarting _ -> 1012;
      case TakeoverConnected _ -> 1013;
      case EmotionChanged _ -> 1014;
      case StopAgent _ -> 1100;
      case Interrupt _ -> 1101;
      case SetVoiceInterruption _ -> 1102;
      case SetVoice _ -> 1103;
      case AskRtcToken _ -> 1104;
      case SetPushToTalk _ -> 1105;
      case StartTalking _ -> 1106;
      case FinishTalking _ -> 1107;
      case CancelTalking _ -> 1108;
      case UseVoiceprint _ -> 1109;
      case ClearVoiceprint _ -> 1110;
      case Unknown(var number, _) -> number;
    };
  }

  private static @Nullable Json data(Body body) {
    var data = Json.object();
    return switch (body) {
      case AgentError(var code, var text) -> data.with("code", code).withOptional("message", text);
      case AgentState(var state) -> data.with("state", state);
      case AgentSubtitle(var text, var end, var sentence) ->
          data.with("text", text.text())
              .withOptional("end", end)
              .withOptional("sentenceId", sentence);
      case UserSubtitle(var text, var end, var sentence, var voiceprint) ->
          data.with("text", text.text())
              .withOptional("end", end)
              .withOptional("sentenceId", sentence)
              .withOptional("voiceprint", voiceprint);
      case VoiceInterruptionChanged(var enable) -> data.with("enable", enable);
      case VoiceChanged(var voice) -> data.with("voiceId", voice);
      case RtcToken(var token) -> data.with("token", token.text());
      case PushToTalkChanged(var enable) -> data.with("enable", enable);
      case VoiceprintUseChanged(var enable) -> data.with("enable", enable);
      case AgentLeaving(var reason, var text) ->
          data.with("reason", reason).withOptional("message", text);
      case CustomMessage(var message) -> data.with("message", message.text());
      case TakeoverStarting(var uid, var mode) ->
          data.with("takeoverUid", uid).with("takeoverMode", mode);
      case TakeoverConnected(var uid) -> data.with("takeoverUid", uid);
      case EmotionChanged(var emotion, var sentence) ->
          data.with("emotion", emotion).withOptional("sentenceId", sentence);
      case SetVoiceInterruption(var enable) -> data.with("enable", enable);
      case SetVoice(var voice) -> data.with("voiceId", voice);
      case AskRtcToken(var user) -> data.with("userId", user);
      case SetPushToTalk(var enable) -> data.with("enable", enable);
      case UseVoiceprint(var enable) -> data.with("enable", enable);
      case Unknown(_, var unknown) -> unknown;
      case VoiceprintCleared _,
          StopAgent _,
          Interrupt _,
          StartTalking _,
          FinishTalking _,
          CancelTalking _,
          ClearVoiceprint _ ->
          null;
    };
  }
}
