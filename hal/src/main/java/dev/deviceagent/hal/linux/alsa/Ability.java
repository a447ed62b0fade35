package dev.deviceagent.hal.linux.alsa;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a mixer control is needed for, and which control is used by default. */
enum Ability {
  PLAYBACK_VOLUME("playback volume"),
  CAPTURE_SWITCH("capture switch");

  private final String words;

  Ability(String words) {
    this.words = words;
  }

  /** The words for a person. */
  String words() {
    return words;
  }

  /**
   * Chooses a control.
   *
   * @param controls those with the ability, in the mixer's order
   * @param wanted the requested control; null for a usual one, or else the first
   * @return empty if there is no control, or not the requested one
   */
  Optional<String> choose(List<String> controls, @Nullable String wanted) {
    if (wanted != null) {
      return controls.contains(wanted) ? Optional.of(wanted) : Optional.empty();
    }
    return usual().stream()
        .filter(controls::contains)
        .findFirst()
        .or(() -> controls.stream().findFirst());
  }

  /** Names as in the kernel's {@code Documentation/sound/designs/control-names.rst}. */
  private List<String> usual() {
    return switch (this) {
      case PLAYBACK_VOLUME ->
          List.of("Master", "Speaker", "Headphone", "PCM", "Digital", "Playback");
      case CAPTURE_SWITCH -> List.of("Capture", "Mic", "Digital");
    };
  }
}
