package dev.deviceagent.hal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Everything one speaker has. A device that the board does not have is empty; one that it should
 * have and that is missing or broken is here, and says so when it is asked.
 */
public interface Board extends AutoCloseable {
  /** The button that one talks with. */
  String TALK = "talk";

  /** As the configuration names it. */
  String name();

  /** The names of its buttons. */
  List<String> buttons();

  /**
   * Tells every edge of every button from now on, the bounces too: what is a press is for the
   * listener to say. Called once; the listener is called on a thread of the board's, and does not
   * block.
   */
  void listen(ButtonListener listener) throws HalException;

  /** The buttons that tell no edges, though they were to be listened to, and why. */
  default Map<String, String> deafButtons() {
    return Map.of();
  }

  /** Is told what a button did. */
  interface ButtonListener {
    /**
     * @param atNanos when, on the clock of {@link System#nanoTime()} (Linux: CLOCK_MONOTONIC)
     */
    void edge(String button, boolean pressed, long atNanos);
  }

  /**
   * Presses or releases a button that is not a real one.
   *
   * @throws HalException {@code UNSUPPORTED} where a real one is wired, {@code ABSENT} where there
   *     is none of that name
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

  /** The owner's lights by name. */
  SequencedMap<String, Light> lights();

  /** The pixels that show what the AI is doing. */
  Optional<Strip> strip();

  /** The screen that the AI's face is drawn on. */
  Optional<Display> display();

  /** Every device by a name that is its own: {@code volume}, {@code light.desk}. */
  SequencedMap<String, Device> devices();

  /**
   * What another program is to do to the hardware when the process that held it was killed, so that
   * nobody hears and nothing shines: a line each, as {@code device-agent/bin/last-will} reads them.
   * Empty where nothing outlives the process.
   */
  default List<String> lastWill() {
    return List.of();
  }

  /** Lets go of all hardware. The microphone is shut and the lights are dark before this. */
  @Override
  void close();
}
