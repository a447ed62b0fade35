package dev.deviceagent.hal.linux.player;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deviceagent.hal.Player.Mode;
import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.Variant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The results from what players send, also from odd values. */
class MprisStateTest {
  private static MprisState state(Map<String, Variant<?>> properties) {
    return MprisState.of(BusValues.of(properties));
  }

  @ParameterizedTest
  @CsvSource({
    "Aria, file:///m/a.wav, Aria",
    "' ', file:///m/b.c.wav, b.c",
    "'', file:///m/.hidden, .hidden",
    "'', file:///m/wei%C3%9Fe%20rosen+.ogg, weiße rosen+",
    "'', file:///m/100%.ogg, 100%",
    "'', http://x.org/y.mp3, http://x.org/y.mp3",
    "'', '',"
  })
  void theNameIsTheTitleOrTheFileOrTheStream(String title, String url, String name) {
    var track =
        state(
                Map.of(
                    "Metadata",
                    new Variant<>(
                        Map.of(
                            "xesam:title", new Variant<>(title), "xesam:url", new Variant<>(url)),
                        "a{sv}")))
            .track();
    assertEquals(name, track.name());
  }

  /** The specification requires a path and a list; some players send texts. */
  @Test
  void otherTypesAreTakenAsTheyComeOrAsUnknown() {
    var sound = new MprisTrack("/t/1", null, List.of("A", "B"), null);
    assertEquals(
        sound,
        MprisTrack.of(
            BusValues.of(
                Map.of(
                    "mpris:trackid",
                    new Variant<>(new DBusPath("/t/1")),
                    "xesam:artist",
                    new Variant<>(List.of("A", "B"), "as")))));
    assertEquals(
        new MprisTrack("/t/1", null, List.of(), null),
        MprisTrack.of(
            BusValues.of(
                Map.of(
                    "mpris:trackid",
                    new Variant<>("/t/1"),
                    "xesam:artist",
                    new Variant<>("A"),
                    "xesam:title",
                    new Variant<>(7)))));
  }

  @Test
  void aStateThatNobodyKnowsIsUnknown() {
    assertEquals(Mode.PAUSED, state(Map.of("PlaybackStatus", new Variant<>("Paused"))).mode());
    assertNull(state(Map.of("PlaybackStatus", new Variant<>("Dancing"))).mode());
    assertNull(state(Map.of()).mode());
    assertNull(MprisState.of(BusValues.of("nonsense")).mode());
    assertNull(MprisState.of(BusValues.of(null)).mode());
  }

  @Test
  void aPlayerThatDoesNotSayMay() {
    assertTrue(state(Map.of()).lets("CanPlay"));
    assertTrue(state(Map.of("CanPlay", new Variant<>(true))).lets("CanPlay"));
    assertFalse(state(Map.of("CanPlay", new Variant<>(false))).lets("CanPlay"));
    assertFalse(state(Map.of("CanControl", new Variant<>(false))).lets("CanPlay"));
  }
}
