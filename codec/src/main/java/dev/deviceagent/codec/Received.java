package dev.deviceagent.codec;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A message from the cloud as the core takes it.
 *
 * @param source the name of the dialect that it is in; ids of calls are unique within one
 * @param summary the name of its kind in the vendor's protocol
 * @param signals what it means, in order; never empty
 */
public record Received(String source, String summary, List<Signal> signals) {
  private static final List<Signal> NOTHING = List.of(new Signal.Unused("There is nothing in it."));

  /** A message with an empty list of calls or lines is one that is not acted on. */
  public Received {
    signals = signals.isEmpty() ? NOTHING : List.copyOf(signals);
  }

  public static Received of(String source, FromCloud message, Signal... signals) {
    return new Received(source, message.summary(), List.of(signals));
  }

  /** What it means, for people; never what people said. */
  public String meaning() {
    return signals.stream().map(Signal::meaning).distinct().collect(Collectors.joining(" "));
  }
}
