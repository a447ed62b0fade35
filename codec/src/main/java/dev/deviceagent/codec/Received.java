package dev.deviceagent.codec;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A decoded message from the cloud, as the core receives it.
 *
 * @param source the name of its dialect; ids of calls are unique within a dialect
 * @param summary its kind in the vendor's protocol
 * @param signals its meaning, in order; never empty
 */
public record Received(String source, String summary, List<Signal> signals) {
  private static final List<Signal> NOTHING = List.of(new Signal.Unused("The message is empty."));

  /** The agent does not act on a message with an empty list of calls or lines. */
  public Received {
    signals = signals.isEmpty() ? NOTHING : List.copyOf(signals);
  }

  public static Received of(String source, FromCloud message, Signal... signals) {
    return new Received(source, message.summary(), List.of(signals));
  }

  /** The meaning, for people. Never contains what people said. */
  public String meaning() {
    return signals.stream().map(Signal::meaning).distinct().collect(Collectors.joining(" "));
  }
}
