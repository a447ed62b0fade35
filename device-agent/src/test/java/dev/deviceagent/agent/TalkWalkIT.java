package dev.deviceagent.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random sequences of events for a whole agent over its real sockets. {@code -Dstress.steps=100000}
 * runs the long form, {@code -Dstress.seed=N} another sequence.
 */
class TalkWalkIT {
  private static final int STEPS = Integer.getInteger("stress.steps", 2_000);
  private static final long SEED = Long.getLong("stress.seed", 1);

  @TempDir Path folder;

  @Test
  void everyTalkThatWasToldGetsOneEndAndTheSwitchIsOpenInNoOtherTime() throws Exception {
    try (var walk = new TalkWalk(folder, SEED, STEPS)) {
      walk.go();
      System.out.println(walk.summary());
      assertEquals("", walk.violations(), walk.summary());
    }
  }
}
