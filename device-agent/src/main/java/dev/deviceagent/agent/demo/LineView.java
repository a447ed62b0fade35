package dev.deviceagent.agent.demo;

import dev.deviceagent.agent.core.Status;
import dev.deviceagent.agent.text.Printable;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/** Prints one line for each event and each change. */
final class LineView extends SpeakerView {
  private final PrintWriter out;
  private final Map<String, String> seen = new LinkedHashMap<>();

  LineView(PrintWriter out) {
    this.out = out;
  }

  @Override
  public boolean isPainting() {
    return false;
  }

  @Override
  public void page(String address) {
    print("# The speaker's page: " + address);
  }

  @Override
  public void caption(String words) {
    print("\n# " + words);
  }

  @Override
  void line(String arrow, String words) {
    print("%-5s %s".formatted(arrow, Printable.of(words)));
  }

  @Override
  void look(Status status) {
    boolean hasChanged = false;
    for (var now : watched(status).entrySet()) {
      var before = seen.put(now.getKey(), now.getValue());
      if (before != null && !before.equals(now.getValue())) {
        hasChanged = true;
        print("%-5s %s: %s -> %s".formatted("now", now.getKey(), before, now.getValue()));
      }
    }
    var ring = status.leds();
    if (hasChanged && ring != null) {
      print("%-5s %s".formatted("ring", counted(ring)));
    }
  }

  /** The values whose changes are printed, one word each, named as in a status. */
  private static SequencedMap<String, String> watched(Status status) {
    var playback = status.playback();
    var words = new LinkedHashMap<String, String>();
    words.put("state", status.state().word());
    words.put("microphone.open", word(status.microphone().isOpen()));
    words.put("microphone.mutedByOwner", word(status.microphone().isMutedByOwner()));
    words.put("volume.percent", word(status.volumePercent()));
    words.put("playback.title", word(playback == null ? null : playback.title()));
    words.put("lights.light", light(status));
    words.put("battery.percent", word(status.battery().percent()));
    words.put("emotion", word(status.emotion()));
    return words;
  }

  /** Merges equal neighbours and prints their number. */
  private static String counted(List<String> ring) {
    return ring.stream()
        .collect(Collectors.groupingBy(led -> led, LinkedHashMap::new, Collectors.counting()))
        .entrySet()
        .stream()
        .map(led -> led.getValue() == 1 ? led.getKey() : led.getValue() + "x" + led.getKey())
        .collect(Collectors.joining(" "));
  }

  private synchronized void print(String line) {
    out.println(line);
    out.flush();
  }
}
