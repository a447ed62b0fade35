package dev.deviceagent.agent.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
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

  @Test
  void aWordOver64CharactersIsNearNothing() {
    var longest = "x".repeat(64);
    assertEquals(Optional.of(longest), Nearest.to(longest, List.of("y", longest)));
    assertEquals(Optional.empty(), Nearest.to(longest + "x", List.of("y", longest)));
    assertEquals("; known here: y", Nearest.hint(longest + "x", List.of("y")));
  }

  /** A name as long as a message: the old code took an hour for 1,000 of them, and 100 MB each. */
  @Test
  void aLongWordCostsNothing() {
    var word = "x".repeat(65_000);
    assertTimeout(
        Duration.ofSeconds(1),
        () -> {
          for (int i = 0; i < 1000; i++) {
            Nearest.hint(word, TOOLS);
          }
        });
  }

  @Test
  void aLongWordIsShownCut() {
    assertEquals("SetVolume", Nearest.shown("SetVolume"));
    assertEquals("x".repeat(64), Nearest.shown("x".repeat(64)));
    assertEquals("x".repeat(64) + "…", Nearest.shown("x".repeat(65)));
    assertEquals("x".repeat(63) + "…", Nearest.shown("x".repeat(63) + "😀x"));
  }

  /** Only candidates within the limit are compared; farther ones are not needed. */
  @Test
  void theNearestOfManyIsTheFirstOfTheLeastDistance() {
    var random = new Random(20260101);
    for (int i = 0; i < 2000; i++) {
      var word = word(random);
      var known = Stream.generate(() -> word(random)).limit(8).toList();
      int most = Math.max(2, word.length() / 3);
      var nearest =
          known.stream()
              .filter(candidate -> Nearest.distance(word, candidate) <= most)
              .min(Comparator.comparingInt(candidate -> Nearest.distance(word, candidate)));
      assertEquals(nearest, Nearest.to(word, known), word + " of " + known);
    }
  }

  private static String word(Random random) {
    return random
        .ints(random.nextInt(12), 'a', 'd')
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
