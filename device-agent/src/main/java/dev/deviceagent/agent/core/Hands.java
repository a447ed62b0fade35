package dev.deviceagent.agent.core;

import dev.deviceagent.agent.tools.Plan;
import dev.deviceagent.codec.Json;
import dev.deviceagent.codec.ToCloud;
import dev.deviceagent.hal.Light;
import java.util.Map;

/**
 * All that the core can do to the world. No call blocks; what came of it is told by a later {@link
 * Input}.
 */
public interface Hands {
  /** Has {@link #send} and {@link #tell} go to this connection from now on. */
  void use(long connection);

  /**
   * Sends the cloud a message. Order is kept, also against {@link #tell}. That a talk is open is
   * remembered over a crash from before a start is written until an end has been.
   *
   * @param meaning of the message, for people
   */
  void send(ToCloud message, String meaning, TalkMark mark);

  /** A talk starts or ends at this place among the messages, without a message of its own. */
  void mark(TalkMark mark);

  /** Tells the bridge itself something. */
  void tell(Json.Obj control);

  /**
   * Orders the microphone's switch to move. Only the newest order counts: one that has not begun is
   * dropped without an answer, and one to open that has begun no longer opens. The newest order,
   * and each that has begun, is answered by {@link Input.MicrophoneMoved}, in order.
   *
   * @param order a number that rises from call to call
   */
  void moveMicrophone(long order, boolean open);

  /**
   * Has a lane do something; answered by {@link Input.ToolDone} under the ticket.
   *
   * @return false where too much waits for that lane already, and there will be no answer
   */
  boolean run(long ticket, Plan plan);

  /** Forgets what is droppable and has not begun; each is answered as interrupted. */
  void dropWaiting();

  /**
   * The first order to the microphone has been answered: it is shut, not there, or a problem that
   * the status names. Called once.
   */
  void ready();

  /** Shows this from now on. */
  void show(Look look);

  /** Tells the service manager how it is; called at most five times a second. */
  void report(Look look);

  /** The AI's voice is so loud now, 0 to 1: the light breathes with it. */
  void voice(double level);

  /** A short sound for the owner. */
  void ring();

  /**
   * Has the player play more softly from now on, or as before. Only the newest order counts: it
   * waits for the call that the player is in, and for no other.
   */
  void duck(boolean softly);

  /** Remembers over a crash whether a talk is open at the cloud, now that no bridge is there. */
  void markTalking(boolean talking);

  /** Keeps how the owner's lights are over restarts. */
  void keepLights(Map<String, Light.State> states);

  /** Keeps the owner's mute over restarts; answered by {@link Input.MuteKept}. */
  void keepMute(boolean muted);
}
