package dev.deviceagent.agent.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deviceagent.agent.core.Debounce.Change;
import dev.deviceagent.hal.Board;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DebounceTest {
  private static final long MILLI = Duration.ofMillis(1).toNanos();
  private static final long DEAF = Debounce.DEAF.toNanos();
  private static final long HEARD = Debounce.HEARD.toNanos();

  private final Debounce button = new Debounce();
  private final List<Change> changes = new ArrayList<>();

  private void edge(boolean closed, long at) {
    while (button.deadlineNanos() <= at) {
      button.tick(button.deadlineNanos()).ifPresent(changes::add);
    }
    button.edge(closed, at).ifPresent(changes::add);
  }

  private void quietUntil(long at) {
    while (button.deadlineNanos() <= at) {
      button.tick(button.deadlineNanos()).ifPresent(changes::add);
    }
  }

  @Test
  void theFirstEdgeIsThePressAtOnce() {
    assertEquals(new Change(true, 5), button.edge(true, 5).orElseThrow());
  }

  @Test
  void theFirstOpeningEdgeIsTheReleaseAtOnce() {
    edge(true, 0);
    assertEquals(new Change(false, 600 * MILLI), button.edge(false, 600 * MILLI).orElseThrow());
  }

  @Test
  void bouncesAfterThePressAreNotHeard() {
    edge(true, 0);
    edge(false, 2 * MILLI);
    edge(true, 3 * MILLI);
    edge(false, 11 * MILLI);
    edge(true, 12 * MILLI);
    quietUntil(1_000 * MILLI);
    assertEquals(List.of(new Change(true, 0)), changes);
  }

  @Test
  void aPressTooShortToBeHeardEndsWhenItEnded() {
    edge(true, 0);
    edge(false, 10 * MILLI);
    quietUntil(HEARD - 1);
    assertEquals(List.of(new Change(true, 0)), changes);
    quietUntil(HEARD);
    assertEquals(List.of(new Change(true, 0), new Change(false, 10 * MILLI)), changes);
  }

  /** The kernel stamps a bounce when it happens; the agent receives it some time later. */
  @Test
  void aBounceThatIsHeardAfterTheDeafTimeIsNoRelease() {
    edge(true, 0);
    edge(false, DEAF - 2 * MILLI);
    quietUntil(DEAF + MILLI);
    edge(true, DEAF - MILLI);
    quietUntil(1_000 * MILLI);
    assertEquals(List.of(new Change(true, 0)), changes);
  }

  @Test
  void theSameEdgeTwiceIsOne() {
    edge(true, 0);
    edge(true, 100 * MILLI);
    quietUntil(1_000 * MILLI);
    assertEquals(List.of(new Change(true, 0)), changes);
  }

  @Test
  void anOpenContactThatOpensIsNothing() {
    edge(false, 0);
    quietUntil(1_000 * MILLI);
    assertEquals(List.of(), changes);
  }

  @Test
  void atRestItWantsNoTick() {
    assertEquals(Long.MAX_VALUE, button.deadlineNanos());
    edge(true, 0);
    quietUntil(HEARD);
    assertEquals(Long.MAX_VALUE, button.deadlineNanos());
  }

  @Test
  void anyTrainOfBouncesIsOnePressAndOneRelease() {
    for (long seed = 0; seed < 100_000; seed++) {
      var random = new Random(seed);
      var fresh = new DebounceTest();
      long pressedAt = random.nextLong(1_000_000_000_000L) - 500_000_000_000L;
      long closedAt = fresh.train(true, pressedAt, random);
      long releasedAt = closedAt + DEAF + random.nextLong(3_000 * MILLI);
      fresh.train(false, releasedAt, random);
      fresh.quietUntil(releasedAt + 10 * DEAF);
      assertEquals(
          List.of(new Change(true, pressedAt), new Change(false, releasedAt)),
          fresh.changes,
          "seed " + seed);
    }
  }

  /** Up to 20 bounces, all within the debounce time; returns the time of the last edge. */
  private long train(boolean closed, long at, Random random) {
    var bounces = new ArrayList<Long>();
    for (int i = 2 * random.nextInt(11); i > 0; i--) {
      bounces.add(at + 1 + random.nextLong(DEAF - 1));
    }
    Collections.sort(bounces);
    edge(closed, at);
    boolean now = closed;
    for (long bounce : bounces) {
      now = !now;
      edge(now, bounce);
    }
    return bounces.isEmpty() ? at : bounces.getLast();
  }

  @Test
  void bouncesThatTheCoreHearsLateAreStillBounces() {
    var scenario = Scenario.joined();
    long at = scenario.nanos();
    scenario.millis(40); // the core was busy while the edges waited
    for (int i = 0; i < 7; i++) {
      scenario.accept(new Input.Edge("talk", i % 2 == 0, at + i * MILLI));
    }
    scenario.millis(100);
    assertEquals(List.of(Scenario.START), scenario.said());
    assertEquals("true", scenario.status("pushToTalk", "talking"));
  }

  @Test
  void bouncesThatAreToldAfterTheQuietTimeAreStillBounces() {
    var scenario = Scenario.joined();
    long at = scenario.nanos();
    scenario.accept(new Input.Edge("talk", true, at)).millis(40);
    scenario.accept(new Input.Edge("talk", false, at + MILLI));
    scenario.accept(new Input.Edge("talk", true, at + 2 * MILLI)).millis(100);
    assertEquals(List.of(Scenario.START), scenario.said());
  }

  @Test
  void aReleaseHeardLateIsARelease() {
    var scenario = Scenario.joined();
    long at = scenario.nanos();
    scenario.millis(40);
    scenario.accept(new Input.Edge("talk", true, at));
    scenario.accept(new Input.Edge("talk", false, at + 10 * MILLI)).millis(1);
    assertEquals(List.of(Scenario.START, Scenario.CANCEL), scenario.said());
  }

  @Test
  void aReleaseThatIsToldAfterTheQuietTimeIsNotLost() {
    var scenario = Scenario.joined();
    long at = scenario.nanos();
    scenario.accept(new Input.Edge("talk", true, at)).millis(40);
    scenario.accept(new Input.Edge("talk", false, at + 10 * MILLI)).millis(1);
    assertEquals(List.of(Scenario.START, Scenario.CANCEL), scenario.said());
  }

  @Test
  void aShortPressIsReleasedUnderAFloodOfMessagesToo() {
    var scenario = Scenario.joined();
    scenario.press();
    scenario.accept(new Input.Edge(Board.TALK, false, scenario.nanos() + 1_000_000));
    scenario.news();
    var later = new Moment(scenario.nanos() + 300_000_000L, Scenario.DAWN);
    scenario.core.accept(new Input.AskStatus(_ -> {}), later); // an input, and no tick
    assertTrue(scenario.actuators.log.contains("ask shut"));
  }
}
