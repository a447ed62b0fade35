package dev.deviceagent.agent.core;

import dev.deviceagent.agent.config.Config;
import dev.deviceagent.agent.core.Announcer.Announcement;
import dev.deviceagent.codec.Received;
import dev.deviceagent.codec.Redacted;
import dev.deviceagent.codec.Reply;
import dev.deviceagent.codec.Signal;
import org.tinylog.Logger;

/**
 * Routes each signal by its type: tool calls to the calls, events to the conversation, emotions to
 * the face, the operator's messages to the announcer. A new type of signal needs a case here;
 * without it the compiler reports an error.
 */
final class Dispatcher {
  private final Config config;
  private final Talk talk;
  private final Conversation conversation;
  private final Calls calls;
  private final Announcer announcer;
  private final AlarmClock alarms;
  private final ObservedState observed;
  private final Sender out;
  private final RemoteLog log;
  private final Rejections rejections;
  private final Runnable onInterrupt;

  Dispatcher(
      Config config,
      Talk talk,
      Conversation conversation,
      Calls calls,
      Announcer announcer,
      AlarmClock alarms,
      ObservedState observed,
      Sender out,
      RemoteLog log,
      Rejections rejections,
      Runnable onInterrupt) {
    this.config = config;
    this.talk = talk;
    this.conversation = conversation;
    this.calls = calls;
    this.announcer = announcer;
    this.alarms = alarms;
    this.observed = observed;
    this.out = out;
    this.log = log;
    this.rejections = rejections;
    this.onInterrupt = onInterrupt;
  }

  void route(Received message, long nanos) {
    Logger.debug("received {}: {}", message::summary, message::meaning);
    for (var signal : message.signals()) {
      route(signal, message, nanos);
    }
  }

  private void route(Signal signal, Received message, long nanos) {
    switch (signal) {
      case Signal.Call(var call, var reply) -> calls.call(call, reply, message.source(), nanos);
      case Signal.ListTools(var reply) -> calls.list(reply);
      case Signal.CallAnnounced() -> calls.announce(config.announcements());
      case Signal.NewSession() -> calls.newSession();
      case Signal.PlaySongs(var songs) -> calls.play(songs, nanos);

      case Signal.Listening() -> conversation.listening(nanos);
      case Signal.Thinking() -> conversation.thinking(nanos);
      case Signal.Speaking() -> conversation.speaking(nanos);
      case Signal.Idle() -> idle();
      case Signal.Interrupted() -> interrupted(nanos);
      case Signal.Error(var reason) -> {
        log.warn("the cloud reports an error: {}", reason);
        conversation.error(nanos);
      }
      case Signal.Leaving(var reason) -> {
        log.warn("the AI leaves: {}", reason);
        idle();
      }
      case Signal.Goodbye() -> goodbye(nanos);
      case Signal.PushToTalkMode(var enabled) -> talk.mode(enabled, nanos);

      case Signal.Emotion(var name) -> conversation.feel(name, nanos);
      case Signal.Subtitle subtitle -> subtitle(subtitle, nanos);

      case Signal.Announcement(var text) ->
          announcer.announce(Announcement.of(text.text()), talk.isBusy(), nanos);
      case Signal.CustomMessage(var text) -> custom(text, message, nanos);
      case Signal.Alarms(var entries) -> alarms.replace(entries, nanos);
      case Signal.LicenceEnds(var days) -> licenceEnds(days);

      case Signal.Answer(var answer) -> out.send(answer, signal.meaning());
      case Signal.Malformed(var problem) -> rejections.add(problem);
      case Signal.Unused _ -> log.info("{}: no action needed", message.summary());
      case Signal.Unknown _ -> log.info("unknown {}: ignored", message.summary());
    }
  }

  private void interrupted(long nanos) {
    idle();
    conversation.interrupt(nanos);
    onInterrupt.run();
  }

  /** The AI is idle. An owner who holds the button is still listened to. */
  private void idle() {
    if (talk.isBusy()) {
      conversation.notSpeaking();
    } else {
      conversation.idle();
    }
  }

  /** The conversation is over, whatever the owner or the AI was doing. The bridge may leave. */
  private void goodbye(long nanos) {
    talk.cancel(nanos);
    conversation.idle();
    out.leave();
  }

  private void licenceEnds(int days) {
    var problem = "ends in " + days + " days: renew it with the vendor";
    if (observed.report(ObservedState.LICENCE, problem)) {
      log.warn("the vendor's licence {}", problem);
    }
  }

  /** What people said is logged only if the configuration allows it. */
  private void subtitle(Signal.Subtitle subtitle, long nanos) {
    if (config.logging().speech()) {
      log.info("said: {}", subtitle.text().text());
    }
    if (subtitle.speaker() != Signal.Speaker.OWNER) {
      conversation.stillSpeaking(nanos);
    }
  }

  private void custom(Redacted text, Received message, long nanos) {
    switch (CustomMessage.of(text.text(), config.customMessages(), log)) {
      case CustomMessage.Call(var call) ->
          calls.call(call, new Reply.None(), message.source(), nanos);
      case CustomMessage.Announce(var announcement) ->
          announcer.announce(announcement, talk.isBusy(), nanos);
      case CustomMessage.Ask(var question, var mode) -> out.ask(question, mode);
    }
  }
}
