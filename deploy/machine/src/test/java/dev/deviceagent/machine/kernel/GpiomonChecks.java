package dev.deviceagent.machine.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.deviceagent.machine.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** Measures the latency of libgpiod's own program, to compare the agent's with it. */
@Part
@DisplayName("gpiomon on the same line")
class GpiomonChecks {
  @Test
  void everyPressIsReported(TestReporter reporter) throws IOException, InterruptedException {
    assumeTrue(
        Files.exists(Path.of("/usr/bin/gpiomon")), "gpiomon is not installed (package gpiod)");
    var micros = EdgeLatency.ofGpiomon();
    reporter.publishEntry("from the line to the pipe: " + EdgeLatency.summary(micros));
    reporter.publishEntry(
        "up to 1000 us are gpio-sim's tick; each system call of this kernel costs some 15 us");
    assertEquals(EdgeLatency.PRESSES, micros.size());
  }
}
