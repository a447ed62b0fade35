package dev.deviceagent.agent.core;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/**
 * Checks the main invariant on random event sequences: exactly one 1107 or 1108 follows every 1106,
 * and the microphone is open only between them and never while the owner's mute is on.
 */
class PushToTalkInvariantTest {
  private static final int WALKS = 2_000;
  private static final int STEPS = 200;

  @Test
  void theInvariantHoldsWhateverHappens() {
    int talks = 0;
    int finished = 0;
    for (long seed = 1; seed <= WALKS; seed++) {
      var walk = new RandomWalk(seed, STEPS);
      try {
        walk.go();
      } catch (AssertionError | IllegalStateException e) {
        throw new AssertionError("seed " + seed + ": " + e.getMessage() + "\n" + walk.tail(), e);
      }
      talks += walk.count(Scenario.START);
      finished += walk.count(Scenario.FINISH);
    }
    // A walk without a talk would prove nothing.
    assertTrue(talks > 3 * WALKS, talks + " talks only");
    assertTrue(finished > WALKS && finished < talks, finished + " of " + talks + " finished");
  }
}
