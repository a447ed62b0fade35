package dev.deviceagent.agent.control;

import dev.deviceagent.agent.core.Status;
import dev.deviceagent.agent.view.Indication;
import dev.deviceagent.hal.Fault;
import dev.deviceagent.hal.Picture;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * What the commands and the page may ask of the running agent. Thread-safe. A method that changes
 * something blocks until it is done, and returns what was done in a line for a person.
 */
public interface Speaker {
  /**
   * The current observed state, except {@link #leds}. Blocks until the core answers.
   *
   * @throws TimeoutException after 2 s without an answer; the message is for a person
   */
  Status status() throws TimeoutException;

  /** What the displays show, highest priority first. Empty before the first view state. */
  List<Indication> indications();

  /** The parts of the speaker. */
  Parts parts();

  /** The strip's pixels as {@code #rrggbb}; null if there is no strip or it accepts no frames. */
  @Nullable List<String> leds();

  /** The picture on the screen, or null. Callers must not change it. */
  @Nullable Picture face();

  /**
   * Injects a message as if the link had brought it.
   *
   * @param message bytes in the vendor's format
   * @throws Refusal if it is longer than the link's longest frame, or cannot be decoded
   */
  String send(byte[] message) throws Refusal;

  /**
   * Presses or releases a button.
   *
   * @throws Refusal if the board has no button of this name, or the button is a real one
   */
  String button(String name, boolean isPressed) throws Refusal;

  /**
   * Turns the owner's mute on or off.
   *
   * @throws Refusal if it was not done, or not completely
   * @throws TimeoutException if the core does not answer within 10 s; the message is for a person
   */
  String mute(boolean on) throws Refusal, TimeoutException;

  /**
   * Restores or cuts the link.
   *
   * @throws Refusal if the link is real, or already in that state
   */
  String link(boolean isJoined) throws Refusal;

  /**
   * The faults of the simulated board.
   *
   * @throws Refusal if the board is real
   */
  Faults faults() throws Refusal;

  /** Makes simulated devices fail. Thread-safe. */
  interface Faults {
    /**
     * Injects a fault into a device, or removes it.
     *
     * @throws Refusal if the board has no such device
     */
    void inject(String device, Fault fault) throws Refusal;
  }

  /**
   * The parts of a speaker.
   *
   * @param name of the board, as in the configuration
   * @param devices by name
   * @param faults the injected faults, by the device's name; empty on a real board
   */
  record Parts(
      String name,
      boolean isSimulated,
      List<String> buttons,
      List<String> devices,
      Map<String, Fault> faults) {}
}
