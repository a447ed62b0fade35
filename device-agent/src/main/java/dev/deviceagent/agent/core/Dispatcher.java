package dev.deviceagent.agent.core;

import dev.deviceagent.agent.config.Config;
import dev.deviceagent.agent.core.Announcer.Announcement;
import dev.deviceagent.agent.tools.Tools;
import dev.deviceagent.codec.AiCallMessage;
import dev.deviceagent.codec.AlibabaServerMessage;
import dev.deviceagent.codec.Hidden;
import dev.deviceagent.codec.Json;
import dev.deviceagent.codec.JsonRpc;
import dev.deviceagent.codec.Message;
import dev.deviceagent.codec.NertcCall;
import dev.deviceagent.codec.NertcMessage;
import dev.deviceagent.codec.ToolCall;
import dev.deviceagent.codec.VoiceChatUpdate;
import dev.deviceagent.codec.VolcMessage;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/**
 * Routes each message by its type: tool messages to the calls, events to the conversation, content
 * to the emotion, the operator's own to the announcer. This is where a new kind of message gets its
 * line, and the compiler asks for it.
 */
final class Dispatcher {
  private final Config config;
  private final Tools tools;
  private final Talk talk;
  private final Conversation conversation;
  private final Calls calls;
  private final Announcer announcer;
  private final Outbox out;
  private final RemoteLog log;
  private final Runnable onInterrupt;
  private long mcpSessions;

  Dispatcher(
      Config config,
      Tools tools,
      Talk talk,
      Conversation conversation,
      Calls calls,
      Announcer announcer,
      Outbox out,
      RemoteLog log,
      Runnable onInterrupt) {
    this.config = config;
    this.tools = tools;
    this.talk = talk;
    this.conversation = conversation;
    this.calls = calls;
    this.announcer = announcer;
    this.out = out;
    this.log = log;
    this.onInterrupt = onInterrupt;
  }

  void route(Message message, long now) {
    Logger.debug("heard {}", message.summary());
    switch (message) {
      case NertcMessage nertc -> nertc(nertc, now);
      case AiCallMessage aiCall -> aiCall(aiCall, now);
      case VolcMessage volc -> volc(volc, now);
      case AlibabaServerMessage.DataChannel(_, var text) -> custom(text, now);
      case AlibabaServerMessage.ChatText chat -> chat(chat, now);
      case NertcCall _, VoiceChatUpdate _ -> notForUs(message);
    }
  }

  private void nertc(NertcMessage message, long now) {
    heard(message.origin().request());
    switch (message) {
      case NertcMessage.Tool(_, var toolCalls) -> {
        for (var call : toolCalls) {
          calls.call(call, new Reply.Spoken(), "nertc ", now);
        }
      }
      case NertcMessage.Event(_, var event) -> event(event, now);
      case NertcMessage.Content(_, var kind, var text) -> {
        if (kind.equals("emotion")) {
          conversation.feel(text, now);
        } else {
          notActedOn(message);
        }
      }
      case NertcMessage.Emotion(_, var emotion) -> conversation.feel(emotion, now);
      case NertcMessage.Mcp(_, var rpc) -> mcp(rpc, now);
      case NertcMessage.Tts(_, var state) -> {
        switch (state) {
          case "start" -> conversation.speaking(now);
          case "stop" -> idle();
          default -> notActedOn(message);
        }
      }
      case NertcMessage.Other _ -> notActedOn(message);
    }
  }

  private void event(String event, long now) {
    switch (event) {
      case "audio.agent.speech_started" -> conversation.speaking(now);
      case "audio.agent.speech_stopped" -> idle();
      case "audio.agent.interrupted" -> interrupted(now);
      default -> log.info("unknown event {}: nothing changes", event);
    }
  }

  private void interrupted(long now) {
    idle();
    conversation.interrupt(now);
    onInterrupt.run();
  }

  /** The AI does nothing more; a person who holds the button is still listened to. */
  private void idle() {
    if (talk.isBusy()) {
      conversation.notSpeaking();
    } else {
      conversation.idle();
    }
  }

  private void mcp(JsonRpc rpc, long now) {
    if (!(rpc instanceof JsonRpc.Request(var id, var method, var params))) {
      Logger.debug("mcp {}: nothing to do", rpc.summary());
      return;
    }
    switch (method) {
      case "initialize" -> {
        mcpSessions++; // its requests are counted from the start again
        reply(new JsonRpc.Result(id, Mcp.initialize()));
      }
      case "ping" -> reply(new JsonRpc.Result(id, Json.object()));
      case "tools/list" -> reply(new JsonRpc.Result(id, tools.mcp()));
      case "tools/call" ->
          calls.call(Mcp.call(id, params), new Reply.Rpc(id), "mcp " + mcpSessions + " ", now);
      default ->
          reply(new JsonRpc.Failure(id, JsonRpc.METHOD_NOT_FOUND, "no method '" + method + "'"));
    }
  }

  private void reply(JsonRpc rpc) {
    out.send(new NertcCall.ReplyMcp(rpc));
  }

  private void aiCall(AiCallMessage message, long now) {
    switch (message.body()) {
      case AiCallMessage.AgentError(var code, var text) ->
          error("agent error " + code + (text == null ? "" : ": " + text), now);
      case AiCallMessage.AgentState(var state) -> stage(state, message, now);
      case AiCallMessage.AgentSubtitle(var text, _, _) -> {
        heard(text);
        conversation.stillSpeaking(now);
      }
      case AiCallMessage.UserSubtitle(var text, _, _, _) -> heard(text);
      case AiCallMessage.PushToTalkChanged(var enable) -> talk.mode(enable, now);
      case AiCallMessage.AgentLeaving(var reason, var text) -> {
        log.warn("the agent leaves, reason {}: {}", reason, text);
        idle();
      }
      case AiCallMessage.CustomMessage(var text) -> custom(text, now);
      case AiCallMessage.EmotionChanged(var emotion, _) -> conversation.feel(emotion, now);
      case AiCallMessage.VoiceInterruptionChanged _,
          AiCallMessage.VoiceChanged _,
          AiCallMessage.RtcToken _,
          AiCallMessage.VoiceprintUseChanged _,
          AiCallMessage.VoiceprintCleared _,
          AiCallMessage.TakeoverStarting _,
          AiCallMessage.TakeoverConnected _,
          AiCallMessage.Unknown _ ->
          notActedOn(message);
      case AiCallMessage.StopAgent _,
          AiCallMessage.Interrupt _,
          AiCallMessage.SetVoiceInterruption _,
          AiCallMessage.SetVoice _,
          AiCallMessage.AskRtcToken _,
          AiCallMessage.SetPushToTalk _,
          AiCallMessage.StartTalking _,
          AiCallMessage.FinishTalking _,
          AiCallMessage.CancelTalking _,
          AiCallMessage.UseVoiceprint _,
          AiCallMessage.ClearVoiceprint _ ->
          notForUs(message);
    }
  }

  private void volc(VolcMessage message, long now) {
    switch (message) {
      case VolcMessage.Subtitles(var lines) -> {
        lines.forEach(line -> heard(line.text()));
        conversation.stillSpeaking(now);
      }
      case VolcMessage.Conversation conv -> {
        if (conv.errorReason() != null) {
          error("agent error: " + conv.errorReason(), now);
        } else if (conv.stage() != null) {
          stage(conv.stage(), message, now);
        }
      }
      case VolcMessage.Tool(_, var toolCalls) -> {
        for (var call : toolCalls) {
          var id = call.id();
          var reply = id == null ? new Reply.None() : new Reply.Function(id);
          calls.call(call, reply, "volcengine ", now);
        }
      }
      case VolcMessage.FunctionNotice _, VolcMessage.Unknown _ -> notActedOn(message);
      case VolcMessage.FunctionResult _, VolcMessage.Control _ -> notForUs(message);
    }
  }

  /** AICall's states are the first three of Volcengine's stages. */
  private void stage(int stage, Message message, long now) {
    switch (stage) {
      case 1 -> conversation.listening(now);
      case 2 -> conversation.thinking(now);
      case 3 -> conversation.speaking(now);
      case 4 -> interrupted(now);
      case 5 -> idle();
      default -> notActedOn(message);
    }
  }

  private void error(String what, long now) {
    log.warn("{}", what);
    conversation.error(now);
  }

  private void chat(AlibabaServerMessage.ChatText chat, long now) {
    if (chat.type().equals("custom")) {
      custom(chat.text(), now);
    } else {
      announcer.announce(Announcement.of(chat.text().text()), talk.isBusy(), now);
    }
  }

  private void custom(Hidden text, long now) {
    switch (CustomMessage.of(text.text(), config.customMessages(), log)) {
      case CustomMessage.Call(ToolCall call) -> calls.call(call, new Reply.None(), "custom ", now);
      case CustomMessage.Announce(var announcement) ->
          announcer.announce(announcement, talk.isBusy(), now);
    }
  }

  /** What people said stays out of the log unless the owner asks for it. */
  private void heard(@Nullable Hidden text) {
    if (text != null && config.logging().speech()) {
      log.info("said: {}", text.text());
    }
  }

  private void notActedOn(Message message) {
    log.info("{}: nothing to do for it", message.summary());
  }

  private void notForUs(Message message) {
    log.warn("{}: a message for the cloud came from it; nothing changes", message.summary());
  }
}
