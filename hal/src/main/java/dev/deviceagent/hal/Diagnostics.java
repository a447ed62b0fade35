package dev.deviceagent.hal;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * What a board reports about itself for its operator.
 *
 * @param silentButtons the devices of the buttons that were to be listened to but report no edges,
 *     and why
 * @param crashCleanup what another program does to the hardware after the process that used it was
 *     killed, so that the microphone is shut and all lights are dark. One instruction per entry, in
 *     the format of {@code device-agent/bin/last-will}. Empty if no state of the hardware outlives
 *     the process
 */
public record Diagnostics(SequencedMap<String, String> silentButtons, List<String> crashCleanup) {
  /** Of a board without silent buttons, whose hardware needs no cleanup. */
  public static final Diagnostics NONE = new Diagnostics(new LinkedHashMap<>(), List.of());

  public Diagnostics {
    silentButtons = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(silentButtons));
    crashCleanup = List.copyOf(crashCleanup);
  }
}
