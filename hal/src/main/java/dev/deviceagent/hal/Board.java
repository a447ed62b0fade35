package dev.deviceagent.hal;

import java.util.List;
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

  /** Receives the edges of the buttons. */
  interface ButtonListener {
    /**
     * @param atNanos time of the edge on the clock of {@link System#nanoTime()} (Linux:
     *     CLOCK_MONOTONIC)
     */
    void edge(String button, boolean pressed, long atNanos);
  }

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

  /** The controls of a simulated board; empty on a real one. */
  default Optional<Simulator> simulator() {
    return Optional.empty();
  }

  /** What the board reports about itself at this time. Opens no hardware. */
  default Diagnostics diagnostics() {
    return Diagnostics.NONE;
  }

  /** Releases all hardware. Before this call, the microphone is shut and the lights are dark. */
  @Override
  void close();
}
