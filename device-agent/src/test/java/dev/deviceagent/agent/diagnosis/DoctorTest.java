package dev.deviceagent.agent.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deviceagent.agent.Boards;
import dev.deviceagent.agent.config.Config;
import dev.deviceagent.agent.config.ConfigReader;
import dev.deviceagent.agent.diagnosis.Doctor.Finding;
import dev.deviceagent.agent.runtime.Threads;
import dev.deviceagent.hal.Fault;
import dev.deviceagent.hal.sim.SimBoard;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class DoctorTest {
  private static final Duration SHORT = Duration.ofMillis(20);

  @TempDir Path folder;

  private final CountDownLatch answers = new CountDownLatch(1);
  private final CountDownLatch asked = new CountDownLatch(1);
  private final AtomicInteger probes = new AtomicInteger();
  private final AtomicLong nanos = new AtomicLong();
  private final SimBoard board = new SimBoard(_ -> hang());
  private final Threads threads =
      new Threads(bug -> {
        throw new IllegalStateException(bug);
      });
  private Config config;

  @BeforeEach
  void batteryHangs() throws Exception {
    board.inject("battery", Fault.slow(Duration.ofHours(24)));
    config = new ConfigReader(List.of(), Boards.NAMES).parse("", "none", folder);
  }

  @AfterEach
  void batteryAnswers() {
    answers.countDown();
  }

  private void hang() {
    probes.incrementAndGet();
    asked.countDown();
    try {
      answers.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Finding battery(Doctor doctor) {
    return doctor.examine(board, config, threads).orElseThrow().stream()
        .filter(finding -> finding.name().equals("battery"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aDeviceThatHangsIsProbedOnceAndReportedEachTime() throws Exception {
    var doctor = new Doctor(SHORT, nanos::get);
    for (var time : List.of("0 s", "119 s", "2 min", "119 min", "2 h")) {
      var words = time.split(" ", -1);
      long count = Long.parseLong(words[0]);
      nanos.set(
          switch (words[1]) {
            case "s" -> Duration.ofSeconds(count).toNanos();
            case "min" -> Duration.ofMinutes(count).toNanos();
            default -> Duration.ofHours(count).toNanos();
          });
      var battery = battery(doctor);
      assertEquals("failed", battery.outcome());
      assertEquals("no answer for " + time, battery.cause());
      assertEquals(1, probes.get());
    }
    board.inject("battery", Fault.NONE);
    answers.countDown();
    while (!battery(doctor).isFine()) {
      Thread.onSpinWait(); // the old probe is about to end
    }
  }

  @Test
  void anExaminationWhileAnotherIsUnderWayIsRefusedAtOnce() throws Exception {
    var doctor = new Doctor(Duration.ofHours(24), nanos::get);
    var first = threads.virtual("first", () -> assertTrue(battery(doctor).isFine()));
    asked.await();
    assertFalse(doctor.examine(board, config, threads).isPresent());
    answers.countDown();
    first.join();
    assertTrue(doctor.examine(board, config, threads).isPresent());
  }
}
