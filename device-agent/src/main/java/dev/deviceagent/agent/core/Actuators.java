package dev.deviceagent.agent.core;

import dev.deviceagent.agent.tools.Plan;
import dev.deviceagent.agent.view.ViewState;
import dev.deviceagent.codec.Json;
import dev.deviceagent.codec.ToCloud;
import dev.deviceagent.hal.Light;
import java.util.Map;

/**
 * The actuators: the core's only output port. No call blocks; the result arrives as a later {@link
 * Input}.
 */
public interface Actuators {
  /** Directs {@link #send} and {@link #tell} to this connection from now on. */
  void use(long connection);

  /**
   * Sends a message to the cloud. Order is preserved, also relative to {@link #tell}. The mark of
   * an open talk survives a crash: it is stored before a start is written and removed after an end
   * has been written.
   *
   * @param meaning of the message, as text for people
   */
  void send(ToCloud message, String meaning, TalkMark mark);

  /** Marks the start or end of a talk at this place among the messages, without a message. */
  void mark(TalkMark mark);

  /** Sends a control message to the bridge itself. */
  void tell(Json.Obj control);

  /**
   * Orders the microphone's switch to move. Only the newest order counts. An older order that has
   * not begun is dropped without an answer; an older order to open that has begun no longer opens.
   * The newest order, and each order that has begun, is answered by {@link Input.MicrophoneMoved},
   * in order.
   *
   * @param order a number that increases with each call
   */
  void moveMicrophone(long order, boolean open);

  /**
   * Runs a plan on its lane. The answer is {@link Input.ToolDone} with this ticket.
   *
   * @return false if too many plans wait for that lane; then no answer follows
   */
  boolean run(long ticket, Plan plan);

  /** Drops droppable plans that still wait. Each is answered as interrupted. */
  void dropWaiting();

  /**
   * The first order to the microphone has been answered: it is shut, absent, or a problem that the
   * status names. Called once.
   */
  void ready();

  /** Shows this view state from now on. */
  void show(ViewState view);

  /** Reports the state to the service manager; called at most five times a second. */
  void report(ViewState view);

  /** The current level of the AI's voice, 0 to 1. The light follows it. */
  void voice(double level);

  /** Plays a short sound for the owner. */
  void ring();

  /**
   * Ducks the player, or restores its volume. Only the newest order counts. It waits for the
   * player's current call, but for no waiting call.
   */
  void duck(boolean softly);

  /**
   * Records whether a talk is open at the cloud, while no bridge is connected. Survives a crash.
   */
  void markTalking(boolean talking);

  /** Stores the state of the owner's lights over restarts. */
  void keepLights(Map<String, Light.State> states);

  /** Stores the owner's mute over restarts. The answer is {@link Input.MuteKept}. */
  void keepMute(boolean muted);
}
