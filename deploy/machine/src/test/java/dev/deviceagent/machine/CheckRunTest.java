package dev.deviceagent.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** The lines of a run, and its counts. */
class CheckRunTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @Test
  void aCheckThatDoesNotHoldDoesNotEndItsPart() {
    assertEquals(1, run(Wrong.class));
    assertEquals("parts: 1 passed, 1 failed, 1 skipped", lastLine());
  }

  @Test
  void checksAfterAnErrorFailWithoutRunning() {
    assertEquals(1, run(Ended.class));
    assertEquals("parts: 0 passed, 2 failed, 0 skipped", lastLine());
    assertTrue(text().contains("it did not run, because 'the connection is lost'"), text());
  }

  @Test
  void theNextPartRunsAfterAnError() {
    assertEquals(1, run(Ended.class, Good.class));
    assertEquals("parts: 1 passed, 2 failed, 0 skipped", lastLine());
  }

  @Test
  void everyCheckOfAnUnpreparedPartFails() {
    assertEquals(1, run(Unprepared.class));
    assertEquals("parts: 0 passed, 2 failed, 0 skipped", lastLine());
  }

  @Test
  void anErrorAtTheEndOfAPartIsAFailure() {
    assertEquals(1, run(BadEnd.class));
    assertEquals("parts: 1 passed, 1 failed, 0 skipped", lastLine());
  }

  @Test
  void aPartIsPrintedWithItsChecksAndTheirMeasurements() {
    assertEquals(0, run(Good.class));
    var lines = text().replaceAll("\\d+\\.\\d s", "N s").lines().toList();
    assertEquals(
        List.of(
            "",
            "A good part",
            "                 12 ms",
            "ok        N s  the volume is 80",
            "",
            "parts: 1 passed, 0 failed, 0 skipped"),
        lines);
  }

  private int run(Class<?>... parts) {
    try (var print = new PrintStream(out, true, StandardCharsets.UTF_8)) {
      return CheckRun.run("parts", Duration.ofMinutes(1), List.of(parts), print);
    }
  }

  private String text() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String lastLine() {
    return text().lines().toList().getLast();
  }

  @Part
  @DisplayName("A good part")
  static class Good {
    @Test
    void theVolumeIs80(TestReporter reporter) {
      reporter.publishEntry("12 ms");
    }
  }

  @Part
  static class Wrong {
    @Test
    @Order(1)
    void doesNotHold() {
      fail();
    }

    @Test
    @Order(2)
    void cannotRun() {
      assumeTrue(false);
    }

    @Test
    @Order(3)
    void holds() {}
  }

  @Part
  static class Ended {
    @Test
    @Order(1)
    void theConnectionIsLost() throws IOException {
      throw new IOException("the connection is lost");
    }

    @Test
    @Order(2)
    void holds() {}
  }

  @Part
  static class Unprepared {
    @BeforeAll
    void prepare() throws IOException {
      throw new IOException("no machine");
    }

    @Test
    void first() {}

    @Test
    void second() {}
  }

  @Part
  static class BadEnd {
    @Test
    void holds() {}

    @AfterAll
    void end() throws IOException {
      throw new IOException("a file is left");
    }
  }
}
