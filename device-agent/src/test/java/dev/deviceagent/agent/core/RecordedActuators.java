package dev.deviceagent.agent.core;

import dev.deviceagent.agent.tools.Lane;
import dev.deviceagent.agent.tools.Plan;
import dev.deviceagent.agent.tools.ToolFailure;
import dev.deviceagent.agent.view.ViewState;
import dev.deviceagent.codec.Json;
import dev.deviceagent.codec.ToCloud;
import dev.deviceagent.hal.Board;
import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.Light;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Actuators that record all requests in one list. Answers to the core are queued, and never passed
 * to it from within a call; {@link Scenario} removes them from the queue. The tools act on a board.
 */
final class RecordedActuators implements Actuators {
  /** How a microphone or a disk answers. */
  enum Answer {
    AT_ONCE,
    /** Answers only when the test releases it. */
    HELD,
    /** Reports a failure; the microphone keeps its state. */
    FAILING,
    /** Fails, and its state cannot be read. */
    UNREADABLE
  }

  /** The maximum number of jobs of a lane: the current one and those that wait. */
  static final int LANE_MOST = 8;

  /** All requests, in order. */
  final List<String> log = new ArrayList<>();

  /** Results for the core, in order. */
  final Queue<Input> echoes = new ArrayDeque<>();

  /** Lanes whose jobs end only when the test releases them. */
  final Set<Lane> slow = EnumSet.noneOf(Lane.class);

  Answer microphone = Answer.AT_ONCE;
  Answer disk = Answer.AT_ONCE;

  /** The switch itself; open at the start, as a sound card's often is. */
  boolean isMicrophoneOpen = true;

  /** Whether sent messages are lost because the bridge does not read. */
  boolean isBridgeDeaf;

  /** The same for every bridge that connects later. */
  boolean isDeafFromTheStart;

  /** Every start and end of a talk that a bridge has read. */
  final List<String> marked = new ArrayList<>();

  /** The alarm file. */
  final AlarmFile alarms = new AlarmFile();

  /** The last start or end on this connection. */
  TalkMark taken = TalkMark.NONE;

  long connection;

  private final Board board;
  private @Nullable Order begun;
  private @Nullable Order next;
  private final Deque<Boolean> keeps = new ArrayDeque<>();
  private final Map<Lane, Deque<Job>> lanes = new EnumMap<>(Lane.class);
  private @Nullable ViewState view;

  private record Job(long ticket, Plan plan) {}

  /** A command to the microphone switch. */
  private record Order(long number, boolean open) {}

  RecordedActuators(Board board) {
    this.board = board;
    for (var lane : Lane.values()) {
      lanes.put(lane, new ArrayDeque<>());
    }
  }

  @Override
  public void use(long connection) {
    this.connection = connection;
    taken = TalkMark.NONE;
    isBridgeDeaf = isDeafFromTheStart;
  }

  @Override
  public void send(ToCloud message, String meaning, TalkMark mark) {
    if (isBridgeDeaf) {
      log.add("lost " + text(message));
      return;
    }
    if (mark != TalkMark.NONE) {
      taken = mark;
      marked.add(mark + " " + text(message));
    }
    log.add(text(message));
  }

  @Override
  public void mark(TalkMark mark) {
    if (!isBridgeDeaf) {
      taken = mark;
      marked.add(mark + " without a message");
    }
  }

  /**
   * The JSON of a message without its frame; for Volcengine, preceded by the frame's four letters.
   */
  private static String text(ToCloud message) {
    var bytes = message.encode();
    int header = bytes[0] == '{' ? 0 : 8;
    var json = new String(bytes, header, bytes.length - header, StandardCharsets.UTF_8);
    return header == 0 ? json : new String(bytes, 0, 4, StandardCharsets.US_ASCII) + " " + json;
  }

  @Override
  public void tell(Json.Obj control) {
    log.add(control.toString());
  }

  @Override
  public void moveMicrophone(long order, boolean open) {
    log.add(open ? "ask open" : "ask shut");
    next = new Order(order, open);
    beginNext();
    if (microphone != Answer.HELD) {
      releaseMicrophone();
    }
  }

  private void beginNext() {
    if (begun == null) {
      begun = next;
      next = null;
    }
  }

  /** The switch finishes all its commands. */
  void releaseMicrophone() {
    while (begun != null) {
      moveOnce();
    }
  }

  /** The switch finishes the command that it has started, if any. */
  void moveOnce() {
    var order = begun;
    if (order == null) {
      return;
    }
    switch (microphone) {
      case AT_ONCE, HELD -> {
        if (!order.open() || next == null) { // an outdated command opens nothing
          isMicrophoneOpen = order.open();
          log.add(order.open() ? "mic open" : "mic shut");
        }
        echoes.add(new Input.MicrophoneMoved(order.number(), isMicrophoneOpen, null));
      }
      case FAILING ->
          echoes.add(new Input.MicrophoneMoved(order.number(), isMicrophoneOpen, "is stuck"));
      case UNREADABLE -> echoes.add(new Input.MicrophoneMoved(order.number(), null, "is gone"));
    }
    begun = null;
    beginNext();
  }

  @Override
  public void ready() {
    log.add("ready");
  }

  @Override
  public boolean run(long ticket, Plan plan) {
    var jobs = lane(plan.lane());
    if (jobs.size() >= LANE_MOST) {
      log.add("full " + plan.lane().word());
      return false;
    }
    log.add("run " + plan.lane().word());
    jobs.add(new Job(ticket, plan));
    return true;
  }

  /** Every lane that is not slow runs its jobs. */
  void work() {
    for (var lane : Lane.values()) {
      if (!slow.contains(lane)) {
        release(lane);
      }
    }
  }

  /** A lane runs all its jobs. */
  void release(Lane lane) {
    for (var job = lane(lane).poll(); job != null; job = lane(lane).poll()) {
      echoes.add(act(job));
    }
  }

  private Input.ToolDone act(Job job) {
    try {
      return new Input.ToolDone(job.ticket(), job.plan().act().on(board), null);
    } catch (HalException e) {
      return new Input.ToolDone(job.ticket(), null, ToolFailure.of(e));
    } catch (ToolFailure e) {
      return new Input.ToolDone(job.ticket(), null, e);
    }
  }

  private Deque<Job> lane(Lane lane) {
    return lanes.getOrDefault(lane, new ArrayDeque<>());
  }

  @Override
  public void dropWaiting() {
    for (var jobs : lanes.values()) {
      var begun = jobs.poll();
      for (var job : List.copyOf(jobs)) {
        if (job.plan().isDroppable()) {
          jobs.remove(job);
          var failure = new ToolFailure(ToolFailure.Kind.INTERRUPTED, "dropped");
          echoes.add(new Input.ToolDone(job.ticket(), null, failure));
        }
      }
      if (begun != null) {
        jobs.addFirst(begun);
      }
    }
  }

  @Override
  public void show(ViewState view) {
    if (!view.equals(this.view)) {
      this.view = view;
      log.add("look " + view);
    }
  }

  /** The current view state. */
  ViewState view() {
    if (view == null) {
      throw new AssertionError("nothing has been shown yet");
    }
    return view;
  }

  @Override
  public void report(ViewState view) {
    log.add("report " + view.state().word());
  }

  @Override
  public void ring() {
    log.add("ring");
  }

  @Override
  public void voice(double level) {
    log.add("voice " + level);
  }

  @Override
  public void duck(boolean softly) {
    log.add(softly ? "duck" : "unduck");
  }

  @Override
  public void markTalking(boolean talking) {
    log.add(talking ? "mark talking" : "mark quiet");
  }

  @Override
  public void keepLights(Map<String, Light.State> states) {
    log.add("keep lights " + states.keySet());
  }

  @Override
  public void keepMute(boolean muted) {
    log.add(muted ? "keep mute on" : "keep mute off");
    keeps.add(muted);
    if (disk != Answer.HELD) {
      releaseDisk();
    }
  }

  /** The disk finishes all its writes. */
  void releaseDisk() {
    for (var muted = keeps.poll(); muted != null; muted = keeps.poll()) {
      var failure = disk == Answer.FAILING || disk == Answer.UNREADABLE ? "disk full" : null;
      echoes.add(new Input.MuteKept(muted, failure));
    }
  }
}
