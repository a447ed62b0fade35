package dev.deviceagent.agent.core;

import dev.deviceagent.agent.tools.Lane;
import dev.deviceagent.agent.tools.Plan;
import dev.deviceagent.agent.tools.ToolFailure;
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
 * Hands that write down, in one list, all that they are asked for. What answers the core is queued,
 * never handed in from within a call: {@link Scenario} takes it out. The tools act on a board.
 */
final class RecordedHands implements Hands {
  /** How a microphone or a disk answers. */
  enum Answer {
    AT_ONCE,
    /** Not before it is told to. */
    HELD,
    /** It says that it did not do it; the microphone stays as it was. */
    FAILING,
    /** It fails and cannot even be asked how it is. */
    UNREADABLE
  }

  /** As many jobs as a lane takes: the one that it does and those that wait. */
  static final int LANE_MOST = 8;

  /** Everything, in order. */
  final List<String> log = new ArrayList<>();

  /** What came of it, for the core, in order. */
  final Queue<Input> echoes = new ArrayDeque<>();

  /** Lanes whose jobs do not end before they are told to. */
  final Set<Lane> slow = EnumSet.noneOf(Lane.class);

  Answer microphone = Answer.AT_ONCE;
  Answer disk = Answer.AT_ONCE;

  /** The switch itself; open at the start, as a sound card's often is. */
  boolean isMicrophoneOpen = true;

  /** Whether what is sent is lost: the bridge does not read. */
  boolean isBridgeDeaf;

  /** The same of every bridge that connects from now on. */
  boolean isDeafFromTheStart;

  /** Every start and end of a talk that a bridge has read. */
  final List<String> marked = new ArrayList<>();

  /** The file of the alarms. */
  final AlarmFile alarms = new AlarmFile();

  /** The last of them on this connection. */
  TalkMark taken = TalkMark.NONE;

  long connection;

  private final Board board;
  private @Nullable Order begun;
  private @Nullable Order next;
  private final Deque<Boolean> keeps = new ArrayDeque<>();
  private final Map<Lane, Deque<Job>> lanes = new EnumMap<>(Lane.class);
  private @Nullable Look look;

  private record Job(long ticket, Plan plan) {}

  /** To the microphone's switch. */
  private record Order(long number, boolean open) {}

  RecordedHands(Board board) {
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

  /** The JSON of a message, without the frame around it; Volcengine's with its four letters. */
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

  /** The switch comes to the end of what it was ordered. */
  void releaseMicrophone() {
    while (begun != null) {
      moveOnce();
    }
  }

  /** The switch comes to the end of the order that it has begun, if there is one. */
  void moveOnce() {
    var order = begun;
    if (order == null) {
      return;
    }
    switch (microphone) {
      case AT_ONCE, HELD -> {
        if (!order.open() || next == null) { // an outdated order opens nothing
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

  /** Every lane that is not slow does what it was asked for. */
  void work() {
    for (var lane : Lane.values()) {
      if (!slow.contains(lane)) {
        release(lane);
      }
    }
  }

  /** A lane does all that it was asked for. */
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
  public void show(Look look) {
    if (!look.equals(this.look)) {
      this.look = look;
      log.add("look " + look);
    }
  }

  /** What is shown now. */
  Look look() {
    if (look == null) {
      throw new AssertionError("nothing has been shown yet");
    }
    return look;
  }

  @Override
  public void report(Look look) {
    log.add("report " + look.state().word());
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

  /** The disk gets round to all that it was asked for. */
  void releaseDisk() {
    for (var muted = keeps.poll(); muted != null; muted = keeps.poll()) {
      var failure = disk == Answer.FAILING || disk == Answer.UNREADABLE ? "disk full" : null;
      echoes.add(new Input.MuteKept(muted, failure));
    }
  }
}
