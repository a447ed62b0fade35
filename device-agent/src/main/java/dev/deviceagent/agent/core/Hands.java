package dev.deviceagent.agent.core;

import dev.deviceagent.agent.tools.Plan;
import dev.deviceagent.codec.Json;
import dev.deviceagent.codec.Message;

/**
 * All that the core can do to the world. No call blocks; what came of it is told by a later {@link
 * Input}.
 */
public interface Hands {
  /** Sends the cloud a message. Order is kept, also against {@link #tell}. */
  void send(Message message);

  /** Tells the bridge itself something. */
  void tell(Json.Obj control);

  /** Moves the microphone's switch; answered by {@link Input.MicrophoneMoved}, in order. */
  void moveMicrophone(boolean open);

  /**
   * Has a lane do something; answered by {@link Input.ToolDone} under the ticket.
   *
   * @return false where too much waits for that lane already, and there will be no answer
   */
  boolean run(long ticket, Plan plan);

  /** Forgets what is droppable and has not begun; each is answered as interrupted. */
  void dropWaiting();

  /**
   * The microphone has been moved for the first time and is not open: it is shut, or not there.
   * Called once.
   */
  void ready();

  /** Shows this from now on. */
  void show(Look look);

  /** The AI's voice is so loud now, 0 to 1: the light breathes with it. */
  void voice(double level);

  /** A short sound for the owner. */
  void ring();

  /** Has the player play more softly from now on, or as before. */
  void duck(boolean softly);

  /** Remembers over a crash that a talk is open at the cloud; on disk when this returns. */
  void markTalking(boolean talking);

  /** Keeps the owner's mute over restarts; answered by {@link Input.MuteKept}. */
  void keepMute(boolean muted);
}
