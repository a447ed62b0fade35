package dev.deviceagent.agent;

import dev.deviceagent.codec.AiCallMessage;
import dev.deviceagent.codec.AlibabaServerMessage;
import dev.deviceagent.codec.JsonRpc;
import dev.deviceagent.codec.Message;
import dev.deviceagent.codec.NertcCall;
import dev.deviceagent.codec.NertcMessage;
import dev.deviceagent.codec.ToolCall;
import dev.deviceagent.codec.VoiceChatUpdate;
import dev.deviceagent.codec.VolcMessage;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a message means, in plain words for somebody who knows no protocol; never what people said.
 */
final class Meaning {
  private Meaning() {}

  static String of(Message message) {
    return switch (message) {
      case AiCallMessage call -> aiCall(call.body());
      case AlibabaServerMessage _ -> "The operator has something to tell.";
      case NertcMessage nertc -> nertc(nertc);
      case NertcCall call -> call(call);
      case VolcMessage volc -> volc(volc);
      case VoiceChatUpdate update -> command(update.command());
    };
  }

  private static String aiCall(AiCallMessage.Body body) {
    return switch (body) {
      case AiCallMessage.AgentError error -> "The cloud reports error " + error.code() + ".";
      case AiCallMessage.AgentState(var state) -> stage(state);
      case AiCallMessage.AgentSubtitle _ -> "Subtitles of what the AI says; not shown.";
      case AiCallMessage.UserSubtitle _ -> "Subtitles of what the person says; not shown.";
      case AiCallMessage.VoiceInterruptionChanged(var on) ->
          "The AI " + (on ? "can" : "cannot") + " be interrupted by voice.";
      case AiCallMessage.VoiceChanged _ -> "The AI has another voice.";
      case AiCallMessage.RtcToken _ -> "A token for the room; not shown.";
      case AiCallMessage.PushToTalkChanged(var on) -> "The cloud says: push-to-talk is " + on(on);
      case AiCallMessage.VoiceprintUseChanged(var on) -> "Knowing the voice again is " + on(on);
      case AiCallMessage.VoiceprintCleared _ -> "The voice is forgotten.";
      case AiCallMessage.AgentLeaving _ -> "The AI is about to leave.";
      case AiCallMessage.CustomMessage _ -> "The operator has something to tell.";
      case AiCallMessage.TakeoverStarting _ -> "A person takes over from the AI.";
      case AiCallMessage.TakeoverConnected _ -> "That person is connected.";
      case AiCallMessage.EmotionChanged(var emotion, _) -> feels(emotion);
      case AiCallMessage.StopAgent _ -> "Asks the AI to stop altogether.";
      case AiCallMessage.Interrupt _ -> "Asks the AI to stop speaking.";
      case AiCallMessage.SetVoiceInterruption(var on) -> "Asks for interruption by voice " + on(on);
      case AiCallMessage.SetVoice _ -> "Asks for another voice.";
      case AiCallMessage.AskRtcToken _ -> "Asks for a token.";
      case AiCallMessage.SetPushToTalk(var on) -> "Asks for push-to-talk " + on(on);
      case AiCallMessage.StartTalking _ -> "A talk begins.";
      case AiCallMessage.FinishTalking _ -> "The talk is finished: the AI may answer.";
      case AiCallMessage.CancelTalking _ -> "The talk is cancelled: what was said is forgotten.";
      case AiCallMessage.UseVoiceprint(var on) -> "Asks for knowing the voice again " + on(on);
      case AiCallMessage.ClearVoiceprint _ -> "Asks for the voice to be forgotten.";
      case AiCallMessage.Unknown _ -> unknown();
    };
  }

  private static String nertc(NertcMessage message) {
    return switch (message) {
      case NertcMessage.Tool tool -> calls(tool.calls());
      case NertcMessage.Event event ->
          switch (event.event()) {
            case "audio.agent.speech_started" -> "The AI begins to speak.";
            case "audio.agent.speech_stopped" -> "The AI has spoken.";
            case "audio.agent.interrupted" -> "The AI was interrupted.";
            default -> unknown();
          };
      case NertcMessage.Content content ->
          content.kind().equals("emotion") ? feels(content.message()) : unknown();
      case NertcMessage.Emotion emotion -> feels(emotion.emotion());
      case NertcMessage.Mcp mcp -> rpc(mcp.rpc());
      case NertcMessage.Tts tts ->
          tts.state().equals("start") ? "The AI begins to speak." : "The AI has spoken.";
      case NertcMessage.Other other ->
          other.isKnown() ? "Known, and there is nothing to do for it." : unknown();
    };
  }

  private static String rpc(JsonRpc rpc) {
    return switch (rpc) {
      case JsonRpc.Request request ->
          switch (request.method()) {
            case "tools/call" -> "The AI calls a tool, and wants its answer.";
            case "tools/list" -> "The AI asks which tools there are.";
            default -> "The AI asks for " + request.method() + ".";
          };
      case JsonRpc.Notification _ -> "A notice that wants no answer.";
      case JsonRpc.Result _ -> "The answer to a call.";
      case JsonRpc.Failure _ -> "The answer to a call: it could not be done.";
    };
  }

  private static String call(NertcCall call) {
    return switch (call) {
      case NertcCall.StartListen() -> "A talk begins.";
      case NertcCall.StopListen() -> "The talk is finished: the AI may answer.";
      case NertcCall.Interrupt() -> "Asks the AI to stop speaking.";
      case NertcCall.ExternalTts _ -> "Words for the AI to speak; not shown.";
      case NertcCall.LlmPrompt _ -> "A question to the language model; not shown.";
      case NertcCall.ReplyMcp(var rpc) -> rpc(rpc);
    };
  }

  private static String volc(VolcMessage message) {
    return switch (message) {
      case VolcMessage.Subtitles _ -> "Subtitles; not shown.";
      case VolcMessage.Conversation conversation -> stage(conversation.stage());
      case VolcMessage.FunctionNotice _ -> "The AI is about to call a tool.";
      case VolcMessage.Tool tool -> calls(tool.calls());
      case VolcMessage.FunctionResult _ -> "What a tool did, for the AI.";
      case VolcMessage.Control control -> command(control.command());
      case VolcMessage.Unknown _ -> unknown();
    };
  }

  private static String command(VolcMessage.Command command) {
    return switch (command.name()) {
      case "interrupt" -> "Asks the AI to stop speaking.";
      case "FinishSpeechRecognition" -> "The talk is finished: the AI may answer.";
      case VolcMessage.Command.SPEAK -> "Words for the AI to speak; not shown.";
      case "ExternalTextToLLM", "ExternalPromptsForLLM" -> "Words for the language model.";
      case "function" -> "What a tool did, for the AI.";
      default -> "A setting of the operator's server.";
    };
  }

  /** AICall and Volcengine count alike as far as 3. */
  private static String stage(@Nullable Integer stage) {
    return switch (stage) {
      case null -> "The cloud reports an error.";
      case 1 -> "The AI listens.";
      case 2 -> "The AI thinks.";
      case 3 -> "The AI speaks.";
      case 4 -> "The AI was interrupted.";
      case 5 -> "The AI has finished.";
      default -> unknown();
    };
  }

  private static String calls(List<ToolCall> calls) {
    return calls.stream()
        .map(ToolCall::name)
        .collect(Collectors.joining(", ", "The AI calls ", "."));
  }

  private static String feels(String emotion) {
    return "The AI feels " + emotion + ".";
  }

  private static String on(boolean isOn) {
    return isOn ? "on." : "off.";
  }

  private static String unknown() {
    return "Unknown here: it changes nothing.";
  }
}
