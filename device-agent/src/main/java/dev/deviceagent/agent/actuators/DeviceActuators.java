package dev.deviceagent.agent.actuators;

import dev.deviceagent.agent.core.Actuators;
import dev.deviceagent.agent.core.Input;
import dev.deviceagent.agent.core.TalkMark;
import dev.deviceagent.agent.link.BridgeServer;
import dev.deviceagent.agent.runtime.Heartbeat;
import dev.deviceagent.agent.runtime.Inbox;
import dev.deviceagent.agent.runtime.Threads;
import dev.deviceagent.agent.runtime.Worker;
import dev.deviceagent.agent.storage.LightMemory;
import dev.deviceagent.agent.storage.Memory;
import dev.deviceagent.agent.systemd.Notifier;
import dev.deviceagent.agent.systemd.StatusLine;
import dev.deviceagent.agent.tools.Lane;
import dev.deviceagent.agent.tools.LaneReader;
import dev.deviceagent.agent.tools.Plan;
import dev.deviceagent.agent.tools.Reading;
import dev.deviceagent.agent.tools.ToolFailure;
import dev.deviceagent.agent.traffic.TrafficListener;
import dev.deviceagent.agent.view.ViewState;
import dev.deviceagent.codec.BridgeFrame;
import dev.deviceagent.codec.Json;
import dev.deviceagent.codec.JsonWriter;
import dev.deviceagent.codec.ToCloud;
import dev.deviceagent.hal.Board;
import dev.deviceagent.hal.Chime;
import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.Light;
import dev.deviceagent.hal.Player;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tinylog.Logger;

/** The core's actuators on real hardware: the bridge's socket, and one thread for each device. */
public final class DeviceActuators implements Actuators {
  private static final int LANE_WAITING_MOST = 8;
  private static final int CHIMES_WAITING_MOST = 2;

  /** How often an idle device is read again: another program may have changed it. */
  private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

  /** The microphone and the disk mark must answer soon: the limit for one job. */
  private static final Duration AT_ONCE = Duration.ofSeconds(10);

  /**
   * The limit for one job of any other device. A player or sound card that hangs disables only its
   * own tool and may recover, so the process is not restarted soon. It must not hang indefinitely.
   */
  private static final Duration IN_THE_END = Duration.ofMinutes(2);

  private final Board board;
  private final Inbox inbox;
  private final BridgeServer bridge;
  private final Screens screens;
  private final Memory memory;
  private final TrafficListener listener;
  private final Notifier notifier;
  private final StatusLine status;
  private final MicrophoneSwitch microphone;
  private final LightMemory lightMemory;
  private final Map<Lane, Worker> lanes = new EnumMap<>(Lane.class);

  public DeviceActuators(
      Board board,
      Inbox inbox,
      BridgeServer bridge,
      Screens screens,
      Memory memory,
      TrafficListener listener,
      Notifier notifier,
      Threads threads) {
    this.board = board;
    this.inbox = inbox;
    this.bridge = bridge;
    this.screens = screens;
    this.memory = memory;
    this.listener = listener;
    this.notifier = notifier;
    status = new StatusLine(notifier);
    microphone = new MicrophoneSwitch(board.microphone().orElse(null), inbox, threads);
    lightMemory = new LightMemory(memory.store(), board.lights());
    for (var lane : Lane.values()) {
      lanes.put(lane, worker(lane, threads));
    }
  }

  private Worker worker(Lane lane, Threads threads) {
    int most = lane == Lane.CHIME ? CHIMES_WAITING_MOST : LANE_WAITING_MOST;
    return lane.isObserved()
        ? new Worker(lane.word(), most, () -> look(lane), LOOK_AGAIN, threads)
        : Worker.plain(lane.word(), most, threads);
  }

  /** Unducks the player, restores the lights and reads every device for the first time. */
  public void lookAround() {
    duck(false); // an earlier process may have been killed while the player was ducked
    lane(Lane.LIGHTS).add(lightMemory::restore);
    lookAgain();
  }

  /** The heartbeats of these threads. */
  public List<Heartbeat> heartbeats() {
    var heartbeats = new ArrayList<Heartbeat>();
    heartbeats.add(microphone.heartbeat(AT_ONCE));
    heartbeats.add(memory.heartbeat(AT_ONCE));
    lanes.values().forEach(lane -> heartbeats.add(lane.heartbeat(IN_THE_END)));
    return heartbeats;
  }

  /** Reads the state of every device; a busy device is read when its current jobs are done. */
  public void lookAgain() {
    lanes.forEach((lane, worker) -> {
      if (lane.isObserved()) {
        worker.add(() -> look(lane));
      }
    });
  }

  private void look(Lane lane) {
    if (lane == Lane.BATTERY) {
      lookAtPower();
    }
    try {
      LaneReader.ask(lane, board).ifPresent(seen -> inbox.accept(new Input.Seen(seen.reading())));
    } catch (HalException e) {
      Logger.debug("{}", e.getMessage());
      inbox.accept(new Input.Failed(lane, e.getMessage()));
    }
  }

  private void lookAtPower() {
    try {
      if (board.power().isPresent()) {
        inbox.accept(new Input.Seen(new Reading.OfPower(board.power().get().supply())));
      }
    } catch (HalException e) {
      Logger.debug("{}", e.getMessage());
    }
  }

  @Override
  public void use(long connection) {
    bridge.use(connection);
  }

  @Override
  public void send(ToCloud message, String meaning, TalkMark mark) {
    listener.out(message, meaning);
    bridge.send(new BridgeFrame(BridgeFrame.MESSAGE, message.encode()), mark);
  }

  @Override
  public void mark(TalkMark mark) {
    bridge.mark(mark);
  }

  @Override
  public void tell(Json.Obj control) {
    listener.told(control);
    bridge.send(new BridgeFrame(BridgeFrame.CONTROL, JsonWriter.utf8(control)), TalkMark.NONE);
  }

  @Override
  public void moveMicrophone(long order, boolean open) {
    microphone.move(order, open);
  }

  @Override
  public boolean run(long ticket, Plan plan) {
    Runnable work = () -> inbox.accept(act(ticket, plan.act()));
    Runnable ifDropped =
        plan.isDroppable() ? () -> inbox.acceptFromCore(interrupted(ticket)) : null;
    return lane(plan.lane()).add(new Worker.Job(work, ifDropped));
  }

  private Input.ToolDone act(long ticket, Plan.Act act) {
    try {
      return new Input.ToolDone(ticket, act.on(board), null);
    } catch (HalException e) {
      return new Input.ToolDone(ticket, null, ToolFailure.of(e));
    } catch (ToolFailure e) {
      return new Input.ToolDone(ticket, null, e);
    }
  }

  private static Input.ToolDone interrupted(long ticket) {
    return new Input.ToolDone(
        ticket,
        null,
        new ToolFailure(ToolFailure.Kind.INTERRUPTED, "dropped: the AI was interrupted"));
  }

  private Worker lane(Lane lane) {
    var worker = lanes.get(lane);
    if (worker == null) {
      throw new IllegalStateException("no worker for the lane " + lane);
    }
    return worker;
  }

  @Override
  public void dropWaiting() {
    lanes.values().forEach(lane -> lane.drop().forEach(Runnable::run));
  }

  @Override
  public void ready() {
    notifier.ready();
  }

  @Override
  public void show(ViewState view) {
    screens.show(view);
  }

  @Override
  public void report(ViewState view) {
    status.show(view);
  }

  @Override
  public void voice(double level) {
    screens.hear(level);
  }

  @Override
  public void ring() {
    board.chime().ifPresent(bell -> lane(Lane.CHIME).add(() -> ring(bell)));
  }

  private static void ring(Chime bell) {
    try {
      bell.ring();
    } catch (HalException e) {
      Logger.warn("cannot play the chime: {}", e.getMessage());
    }
  }

  @Override
  public void duck(boolean softly) {
    board.player().ifPresent(player -> lane(Lane.PLAYBACK).replace(() -> duck(player, softly)));
  }

  private static void duck(Player player, boolean softly) {
    try {
      if (softly) {
        player.duck();
      } else {
        player.unduck();
      }
    } catch (HalException e) {
      Logger.debug("{}", e.getMessage()); // without a player there is nothing to duck
    }
  }

  @Override
  public void markTalking(boolean talking) {
    memory.markTalking(talking);
  }

  @Override
  public void keepLights(Map<String, Light.State> states) {
    memory.keepLights(lightMemory, states);
  }

  @Override
  public void keepMute(boolean muted) {
    if (!memory.keepMute(muted)) {
      inbox.acceptFromCore(
          new Input.MuteKept(
              muted, "the change is not saved: too many changes are waiting; try again"));
    }
  }
}
