package dev.deviceagent.hal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * All devices of one speaker. An accessor is empty if the board has no such device. A device that
 * is fitted but missing or broken is present, and its methods throw.
 */
public interface Board extends AutoCloseable {
  /** The name of the button for talking. */
  String TALK = "talk";

  /** The name of the board in the configuration. */
  String name();

  /** The names of the buttons. */
  List<String> buttons();

  /**
   * Reports every edge of every button from now on, including bounces: the listener decides what
   * counts as a press. Called once. The listener is called on a thread of the board and must not
   * block.
   */
  void listen(ButtonListener listener) throws HalException;

  /** The buttons that were to be listened to but report no edges, and why. */
  default Map<String, String> deafButtons() {
    return Map.of();
  }

  /** Receives the edges of the buttons. */
  interface ButtonListener {
    /**
     * @param atNanos time of the edge on the clock of {@link System#nanoTime()} (Linux:
     *     CLOCK_MONOTONIC)
     */
    void edge(String button, boolean pressed, long atNanos);
  }

  /**
   * Presses or releases a simulated button.
   *
   * @throws HalException {@code UNSUPPORTED} if a real button is wired, {@code ABSENT} if the board
   *     has no button of that name
   */
  void press(String button, boolean pressed) throws HalException;

  Optional<Volume> volume();

  Optional<Microphone> microphone();

  Optional<Battery> battery();

  Optional<Player> player();

  Optional<Chime> chime();

  Optional<Audio> audio();

  Optional<Power> power();

  Optional<Network> network();

  /** The lights that the owner controls, by name. */
  SequencedMap<String, Light> lights();

  /** The pixels that show what the AI is doing. */
  Optional<Strip> strip();

  /** The screen that shows the AI's face. */
  Optional<Display> display();

  /** Every device by a unique name: {@code volume}, {@code light.desk}. */
  SequencedMap<String, Device> devices();

  /**
   * The crash cleanup: what another program does to the hardware after the process that used it was
   * killed, so that the microphone is shut and all lights are dark. One instruction per entry, in
   * the format of {@code device-agent/bin/last-will}. Empty if no state of the hardware outlives
   * the process.
   */
  default List<String> crashCleanup() {
    return List.of();
  }

  /** Releases all hardware. Before this call, the microphone is shut and the lights are dark. */
  @Override
  void close();
}
