package dev.deviceagent.hal.linux.alsa;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a control of a mixer is wanted for, and which one it is where nobody has said. */
enum Ability {
  PLAYBACK_VOLUME("playback volume"),
  CAPTURE_SWITCH("capture switch");

  private final String words;

  Ability(String words) {
    this.words = words;
  }

  /** For a person. */
  String words() {
    return words;
  }

  /**
   * Chooses one.
   *
   * @param controls those that have the ability, as the mixer sorts them
   * @param wanted the one that is asked for; null for the usual one, or else the first
   * @return empty where there is none, or not the one that is wanted
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

  /** Named as in the kernel's {@code Documentation/sound/designs/control-names.rst}. */
  private List<String> usual() {
    return switch (this) {
      case PLAYBACK_VOLUME ->
          List.of("Master", "Speaker", "Headphone", "PCM", "Digital", "Playback");
      case CAPTURE_SWITCH -> List.of("Capture", "Mic", "Digital");
    };
  }
}
