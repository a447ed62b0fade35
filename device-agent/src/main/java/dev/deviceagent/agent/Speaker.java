package dev.deviceagent.agent;

import dev.deviceagent.agent.core.Status;
import dev.deviceagent.agent.link.ControlServer.Refusal;
import dev.deviceagent.hal.Picture;
import dev.deviceagent.hal.sim.Fault;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * What the commands and the page may ask of the running agent. For any thread. What changes
 * something blocks until it is done, and returns a line for a person that says what was done.
 */
public interface Speaker {
  /**
   * What the agent sees now, but for {@link #leds}; blocks until its core answers.
   *
   * @throws TimeoutException if it does not within 2 s, with a line for a person
   */
  Status status() throws TimeoutException;

  /** What the speaker is made of. */
  Parts parts();

  /** The strip's pixels as {@code #rrggbb}, or null where there is none, or it takes nothing. */
  @Nullable List<String> leds();

  /** What the screen shows, or null; not to be changed. */
  @Nullable Picture face();

  /**
   * Takes a message as if the link had brought it.
   *
   * @param message a vendor's bytes
   * @throws Refusal if it is longer than the link's longest frame, or is no message
   */
  String send(byte[] message) throws Refusal;

  /**
   * Presses or releases a button.
   *
   * @throws Refusal if the board has none of that name, or a real one is wired
   */
  String button(String name, boolean isPressed) throws Refusal;

  /**
   * Turns the owner's mute on or off.
   *
   * @throws Refusal if it was not done, or not wholly
   * @throws TimeoutException if the core does not answer within 10 s, with a line for a person
   */
  String mute(boolean on) throws Refusal, TimeoutException;

  /**
   * Restores the link, or cuts it.
   *
   * @throws Refusal if the link is real, or is so already
   */
  String link(boolean isJoined) throws Refusal;

  /**
   * The faults of the simulated board.
   *
   * @throws Refusal if the board is real
   */
  Faults faults() throws Refusal;

  /** Has simulated devices fail. For any thread. */
  interface Faults {
    /**
     * Has a device fail, or no longer.
     *
     * @throws Refusal if the board has no such device
     */
    void inject(String device, Fault fault) throws Refusal;
  }

  /**
   * What a speaker is made of.
   *
   * @param name of the board, as the configuration has it
   * @param devices by name
   * @param faults what was injected, by the device's name; empty on a real board
   */
  record Parts(
      String name,
      boolean isSimulated,
      List<String> buttons,
      List<String> devices,
      Map<String, Fault> faults) {}
}
