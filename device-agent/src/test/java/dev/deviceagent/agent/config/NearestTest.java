package dev.deviceagent.agent.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
  private static final List<String> TOOLS = List.of("SetVolume", "ControlPlayback", "QueryDevice");

  @ParameterizedTest
  @CsvSource({
    "'', '', 0",
    "'', abc, 3",
    "abc, '', 3",
    "socket, socket, 0",
    "sockt, socket, 1",
    "sockett, socket, 1",
    "sacket, socket, 1",
    "scoket, socket, 1",
    "SOCKET, socket, 0",
    "kitten, sitting, 3"
  })
  void lettersAddedDroppedChangedOrSwappedCountOne(String a, String b, int distance) {
    assertEquals(distance, Nearest.distance(a, b));
    assertEquals(distance, Nearest.distance(b, a));
  }

  @Test
  void theNearestIsFound() {
    assertEquals(Optional.of("SetVolume"), Nearest.to("setvolumn", TOOLS));
    assertEquals(Optional.of("b1"), Nearest.to("b2", List.of("a9", "b1")));
  }

  @Test
  void whatIsNearNothingIsNotGuessed() {
    assertEquals(Optional.empty(), Nearest.to("Toast", TOOLS));
    assertEquals(Optional.empty(), Nearest.to("Toast", List.of()));
  }

  @Test
  void theHintNamesTheNearestOrAll() {
    assertEquals("; did you mean 'SetVolume'?", Nearest.hint("SetVolum", TOOLS));
    assertEquals(
        "; known here: SetVolume, ControlPlayback, QueryDevice", Nearest.hint("Toast", TOOLS));
  }
}
