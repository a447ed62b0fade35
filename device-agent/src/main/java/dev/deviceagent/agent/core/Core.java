package dev.deviceagent.agent.core;

import dev.deviceagent.agent.config.Config;
import dev.deviceagent.agent.config.Sentences;
import dev.deviceagent.agent.tools.Reading;
import dev.deviceagent.agent.tools.Tools;
import dev.deviceagent.agent.view.State;
import dev.deviceagent.agent.view.ViewState;
import dev.deviceagent.codec.dialects.Dialects;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The state of the speaker, and the effect of each input on it. Owned by one thread. After every
 * input and in {@link #tick} it does what is due, and then shows the new view state.
 */
public final class Core {
  /** At shutdown, work that is still open after this time is abandoned. */
  private static final Duration LAST_WORDS = Duration.ofMillis(1200);

  private final Actuators actuators;
  private final Counters counters = new Counters();
  private final RemoteLog log = new RemoteLog(() -> this.nanos);
  private final Conversation conversation = new Conversation();
  private final ObservedState observed = new ObservedState();
  private final ObservedView observedView = new ObservedView(observed);
  private final SupplyLog supplyLog = new SupplyLog();
  private final Rejections rejections = new Rejections(counters, log);
  private final StatusSource statusSource;
  private final OwedCancel debt;
  private final Reports reports;
  private final KeptLights lights;
  private final Sender out;
  private final Gate gate;
  private final Talk talk;
  private final OwnerMute mute;
  private final Calls calls;
  private final Buttons buttons;
  private final Announcer announcer;
  private final AlarmClock alarms;
  private final Dispatcher dispatcher;

  private long nanos;
  private Instant wall = Instant.EPOCH;
  private boolean isReady;
  private boolean isStopping;
  private boolean isSoft;
  private final Alarm lastWords = new Alarm();
  private boolean isOver;
  private boolean isTold;

  /**
   * @param dialects the dialects that are decoded, including the configured one
   * @param muted whether the owner's mute was on in the previous run
   * @param owesCancel whether an earlier process left a talk open at the cloud
   */
  public Core(
      Config config,
      Dialects dialects,
      Tools tools,
      Sentences sentences,
      boolean muted,
      boolean owesCancel,
      Actuators actuators) {
    this.actuators = actuators;
    debt = new OwedCancel(owesCancel);
    reports = new Reports(actuators);
    lights = new KeptLights(actuators);
    var dialect = dialects.get(config.link().dialect());
    var words = config.link().speak().equals("none") ? null : dialects.get(config.link().speak());
    out = new Sender(dialect, words, actuators, counters, conversation, log);
    gate = new Gate(actuators, out);
    talk =
        new Talk(config.pushToTalk(), muted, debt, out, gate, conversation, log, this::interrupted);
    statusSource =
        new StatusSource(
            config.link().kind(), tools.lights(), talk, gate, observed, conversation, counters);
    calls = new Calls(tools, actuators, out, sentences, counters, observed, log);
    mute = new OwnerMute(talk, gate, actuators);
    buttons = new Buttons(config, new Presses(talk, mute, tools, calls, observed));
    announcer = new Announcer(config.announcements(), actuators, out, conversation, log);
    alarms = new AlarmClock(tools.alarms(), calls, announcer, sentences, log);
    dispatcher =
        new Dispatcher(
            config,
            talk,
            conversation,
            calls,
            announcer,
            alarms,
            observed,
            out,
            log,
            rejections,
            this::interrupted);
  }

  /** Drops what is queued for playing or speaking. */
  private void interrupted() {
    calls.interrupted();
    announcer.interrupted();
  }

  public void accept(Input input, Moment now) {
    nanos = now.nanos();
    wall = now.wall();
    switch (input) {
      case Input.Ready() -> {
        isReady = true;
        gate.want(false);
        alarms.start();
      }
      case Input.BridgeCame(var connection) -> {
        actuators.use(connection);
        out.connected(true);
        debt.connected();
        calls.connected();
        observed.bridgeCame();
        log.info("a bridge connected");
      }
      case Input.BridgeLeft(var reason, var last) -> {
        out.connected(false);
        left(reason, now);
        actuators.markTalking(debt.disconnected(last));
        observed.bridgeLeft();
      }
      case Input.Joined() -> joined(now);
      case Input.Left(var reason) -> left(reason, now);
      case Input.Heard(var message, var byLink, _) -> {
        counters.messagesIn++;
        if (byLink && !observed.hasLeft()) {
          joined(now); // a bridge that delivers messages is in the room
        }
        dispatcher.route(message, nanos);
      }
      case Input.Told(var message) -> dispatcher.route(message, nanos);
      case Input.Rejected(var problem, _) -> {
        counters.messagesIn++;
        rejections.add(problem);
      }
      case Input.Edge(var button, var closed, var at) ->
          buttons.edge(button, closed, at, now.nanos());
      case Input.MicrophoneMoved moved -> {
        gate.moved(moved, now.nanos());
        talk.microphoneMoved(now.nanos());
        if (!isTold) {
          isTold = true; // a switch that does not shut is a problem in the status; no restart helps
          actuators.ready();
        }
      }
      case Input.ToolDone done -> {
        calls.done(done);
        if (done.seen() != null) {
          seen(done.seen().reading());
        } else if (done.ticket() < 0) {
          alarms.failed(talk.isBusy(), nanos);
        }
      }
      case Input.Voice(var level) -> actuators.voice(level);
      case Input.Seen(var reading) -> {
        observed.see(reading);
        supplyLog.see(observed.supply());
      }
      case Input.Failed(var lane, var problem) -> observed.fail(lane, problem);
      case Input.Mute wish -> mute.wish(wish, now.nanos());
      case Input.MuteKept(var on, var failure) -> mute.kept(on, failure, now.nanos());
      case Input.AskStatus(var answer) -> answer.accept(statusSource.status(state()));
      case Input.Stop() -> {
        isStopping = true;
        buttons.stop();
        lights.stop(now.nanos());
        lastWords.set(now.nanos(), LAST_WORDS);
        talk.stop(now.nanos());
      }
    }
    settle();
  }

  /** A reading that a tool has read back after its action. */
  private void seen(Reading reading) {
    if (reading instanceof Reading.OfVolume) {
      observedView.showVolume(nanos);
    } else if (reading instanceof Reading.OfLights(var states) && states != null) {
      lights.changed(states, nanos);
    } else if (reading instanceof Reading.OfAlarms(var all)) {
      alarms.seen(all, talk.isBusy(), nanos);
    }
  }

  private void joined(Moment now) {
    if (observed.hasBridge() && !observed.isJoined()) {
      observed.joined(now.wall());
      log.info("the link is up");
      talk.joined(now.nanos());
    }
  }

  private void left(String reason, Moment now) {
    if (observed.hasBridge()) {
      if (!observed.hasLeft()) { // a bridge that has left the room may disconnect later
        observed.left(reason, now.wall());
        log.warn("the link is down: {}", reason);
      }
      conversation.forget();
      talk.left();
    }
  }

  /**
   * Does what is due. Call it when {@link #deadlineNanos} has passed and no input waits, because a
   * waiting input may be a bounce. An earlier call is harmless.
   */
  public void tick(Moment now) {
    nanos = now.nanos();
    wall = now.wall();
    buttons.settle(now.nanos());
    settle();
  }

  private void settle() {
    buttons.tick(nanos);
    talk.tick(nanos);
    gate.tick(nanos);
    calls.tick(nanos);
    conversation.tick(nanos);
    observedView.tick(nanos);
    alarms.tick(new Moment(nanos, wall), talk.isBusy());
    announcer.tick(talk.isBusy(), nanos);
    mute.tick(nanos);
    lights.tick(nanos);
    if (isStopping && (talk.isOver() || lastWords.rings(nanos))) {
      isOver = true;
    }
    duck();
    reports.tick(view(), nanos);
  }

  /** The music is ducked while the AI speaks, or the owner speaks to it. */
  private void duck() {
    boolean softly = !isStopping && (conversation.isSpeaking() || talk.isTalking());
    if (softly != isSoft) {
      isSoft = softly;
      actuators.duck(softly);
    }
  }

  /** When {@link #tick} is next needed; {@code Long.MAX_VALUE} for never. */
  public long deadlineNanos() {
    long next =
        Math.min(
            Math.min(talk.deadlineNanos(), gate.deadlineNanos()),
            Math.min(calls.deadlineNanos(), conversation.deadlineNanos()));
    next = Math.min(next, Math.min(observedView.deadlineNanos(), mute.deadlineNanos()));
    next = Math.min(next, Math.min(buttons.deadlineNanos(), lastWords.atNanos()));
    next = Math.min(next, alarms.deadlineNanos());
    return Math.min(next, Math.min(reports.deadlineNanos(), lights.deadlineNanos()));
  }

  /** Whether everything after {@link Input.Stop} has been sent and done. */
  public boolean isOver() {
    return isOver;
  }

  private State state() {
    if (!isReady) {
      return State.STARTING;
    }
    if (conversation.passing() != State.IDLE) {
      return conversation.passing();
    }
    if (talk.isTalking()) {
      return State.LISTENING;
    }
    return observed.isJoined() ? State.IDLE : State.OFFLINE;
  }

  private ViewState view() {
    var isOpen = gate.isOpen();
    return ViewState.in(state())
        .microphoneOpen(isOpen == null || isOpen)
        .muted(talk.isMuted())
        .talking(talk.isTalking())
        .refused(conversation.isRefusing())
        .announcement(conversation.announcement())
        .emotion(conversation.emotion())
        .lamp(observedView.lamp())
        .offline(offline())
        .interrupted(conversation.isInterrupted())
        .volume(observedView.volume())
        .batteryLow(observedView.isBatteryLow())
        .build();
  }

  private ViewState.@Nullable Offline offline() {
    return state() == State.OFFLINE ? observedView.offline() : null;
  }
}
