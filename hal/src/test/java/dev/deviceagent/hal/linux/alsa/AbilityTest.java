package dev.deviceagent.hal.linux.alsa;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AbilityTest {
  @Test
  void theUsualControlIsChosenWhereverItStands() {
    var controls = List.of("Bass", "Playback", "Headphone", "Speaker");
    assertEquals(Optional.of("Speaker"), Ability.PLAYBACK_VOLUME.choose(controls, null));
    assertEquals(
        Optional.of("Master"), Ability.PLAYBACK_VOLUME.choose(List.of("PCM", "Master"), null));
    assertEquals(
        Optional.of("Capture"), Ability.CAPTURE_SWITCH.choose(List.of("Mic", "Capture"), null));
  }

  @Test
  void withoutAUsualOneItIsTheFirst() {
    var controls = List.of("Left Mixer", "Right Mixer");
    assertEquals(Optional.of("Left Mixer"), Ability.PLAYBACK_VOLUME.choose(controls, null));
    assertEquals(Optional.empty(), Ability.PLAYBACK_VOLUME.choose(List.of(), null));
  }

  @Test
  void theOneThatIsNamedIsChosenOrNone() {
    var controls = List.of("Master", "Headphone", "Headphone,1");
    assertEquals(
        Optional.of("Headphone,1"), Ability.PLAYBACK_VOLUME.choose(controls, "Headphone,1"));
    assertEquals(Optional.empty(), Ability.PLAYBACK_VOLUME.choose(controls, "headphone"));
  }
}
