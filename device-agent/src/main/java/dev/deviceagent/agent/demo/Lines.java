package dev.deviceagent.agent.demo;

import dev.deviceagent.agent.config.Printable;
import dev.deviceagent.codec.Json;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A line for everything that happens and everything that changes. */
final class Lines extends Scribe {
  private static final List<String> WATCHED =
      List.of(
          "state",
          "microphone.open",
          "microphone.mutedByOwner",
          "volume.percent",
          "playback.title",
          "lights.light",
          "battery.percent",
          "emotion");

  private final PrintWriter out;
  private final Map<String, String> seen = new LinkedHashMap<>();

  Lines(PrintWriter out) {
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
  void look(Json.Obj status) {
    boolean hasChanged = false;
    for (var path : WATCHED) {
      var now = word(status, path);
      var before = seen.put(path, now);
      if (before != null && !before.equals(now)) {
        hasChanged = true;
        print("%-5s %s: %s -> %s".formatted("now", path, before, now));
      }
    }
    if (hasChanged && status.get("leds") instanceof Json.Arr(var leds)) {
      var ring = leds.stream().map(led -> ((Json.Text) led).value()).toList();
      print("%-5s %s".formatted("ring", counted(ring)));
    }
  }

  /** Equal neighbours once, with their number. */
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
