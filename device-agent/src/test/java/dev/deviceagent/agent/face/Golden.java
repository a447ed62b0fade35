package dev.deviceagent.agent.face;

import dev.deviceagent.hal.Picture;
import java.util.Map;
import java.util.TreeMap;

/** Every face at rest, by name, and its text form. */
final class Golden {
  private Golden() {}

  static Map<String, Features> states() {
    return Map.of(
        "starting", Faces.STARTING,
        "listening", Faces.LISTENING,
        "muted", Faces.MUTED,
        "offline", Faces.OFFLINE,
        "error", Faces.ERROR,
        "news", Faces.NEWS,
        "refused", Faces.REFUSED);
  }

  /** The faces of states have names that no emotion has. */
  static Map<String, Features> all() {
    var all = new TreeMap<String, Features>();
    states().forEach((name, features) -> all.put("state-" + name, features));
    Faces.emotions().forEach(emotion -> all.put(emotion, Faces.of(emotion)));
    return all;
  }

  /** One line per row; {@code #} is a lit pixel. */
  static String text(Picture picture) {
    var text = new StringBuilder();
    for (int y = 0; y < picture.height(); y++) {
      for (int x = 0; x < picture.width(); x++) {
        text.append(picture.isLit(x, y) ? '#' : '.');
      }
      text.append('\n');
    }
    return text.toString();
  }
}
