package dev.deviceagent.agent.actuators;

import dev.deviceagent.agent.core.Actuators;
import dev.deviceagent.agent.core.TalkMark;
import dev.deviceagent.agent.link.BridgeServer;
import dev.deviceagent.agent.runtime.Heartbeat;
import dev.deviceagent.agent.runtime.Inbox;
import dev.deviceagent.agent.runtime.Threads;
import dev.deviceagent.agent.storage.Memory;
import dev.deviceagent.agent.systemd.Notifier;
import dev.deviceagent.agent.systemd.StatusLine;
import dev.deviceagent.agent.tools.Plan;
import dev.deviceagent.agent.traffic.TrafficListener;
import dev.deviceagent.agent.view.ViewState;
import dev.deviceagent.codec.BridgeFrame;
import dev.deviceagent.codec.Json;
import dev.deviceagent.codec.JsonWriter;
import dev.deviceagent.codec.ToCloud;
import dev.deviceagent.hal.Board;
import dev.deviceagent.hal.Light;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The core's actuators on real hardware: passes each order to the part that carries it out. */
public final class DeviceActuators implements Actuators {
  /** The microphone and the disk mark must answer soon: the limit for one job. */
  private static final Duration AT_ONCE = Duration.ofSeconds(10);

  /**
   * The limit for one job of any other device. A player or sound card that hangs disables only its
   * own tool and may recover, so the process is not restarted soon. It must not hang indefinitely.
   */
  private static final Duration IN_THE_END = Duration.ofMinutes(2);

  private final BridgeServer bridge;
  private final Screens screens;
  private final Memory memory;
  private final TrafficListener listener;
  private final Notifier notifier;
  private final StatusLine status;
  private final MicrophoneSwitch microphone;
  private final Lanes lanes;

  public DeviceActuators(
      Board board,
      Inbox inbox,
      BridgeServer bridge,
      Screens screens,
      Memory memory,
      TrafficListener listener,
      Notifier notifier,
      Threads threads) {
    this.bridge = bridge;
    this.screens = screens;
    this.memory = memory;
    this.listener = listener;
    this.notifier = notifier;
    status = new StatusLine(notifier);
    microphone = new MicrophoneSwitch(board.microphone().orElse(null), inbox, threads);
    lanes = new Lanes(board, inbox, threads);
  }

  /** Unducks the player, restores the lights and reads every device for the first time. */
  public void restoreAndObserve() {
    duck(false); // an earlier process may have been killed while the player was ducked
    lanes.onLights(memory::restoreLights);
    observe();
  }

  /** Reads the state of every device; a busy device is read when its current jobs are done. */
  public void observe() {
    lanes.observe();
  }

  /** The heartbeats of these threads. */
  public List<Heartbeat> heartbeats() {
    var heartbeats = new ArrayList<Heartbeat>();
    heartbeats.add(microphone.heartbeat(AT_ONCE));
    heartbeats.add(memory.heartbeat(AT_ONCE));
    heartbeats.addAll(lanes.heartbeats(IN_THE_END));
    return heartbeats;
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
    return lanes.run(ticket, plan);
  }

  @Override
  public void dropWaiting() {
    lanes.dropWaiting();
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
    lanes.ring();
  }

  @Override
  public void duck(boolean softly) {
    lanes.duck(softly);
  }

  @Override
  public void markTalking(boolean talking) {
    memory.markTalking(talking);
  }

  @Override
  public void keepLights(Map<String, Light.State> states) {
    memory.keepLights(states);
  }

  @Override
  public void keepMute(boolean muted) {
    memory.keepMute(muted);
  }
}
