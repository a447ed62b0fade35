package dev.deviceagent.machine.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.deviceagent.machine.CheckRun;
import dev.deviceagent.machine.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;

/** Checks only the driver and the debounce, on many lines in parallel. */
@Part
@DisplayName("Bounce trains through the driver and the debounce")
class BounceTrainsChecks {
  private static final int LINES = 40;

  /** The exit code of BounceTrains if it could not keep the time. */
  private static final int TOO_BUSY = 3;

  @Test
  @Timeout(value = 30, unit = TimeUnit.MINUTES)
  void eachTrainIsOnePressAndLeavesNoMemoryBehind(TestReporter reporter)
      throws IOException, InterruptedException {
    var agent = Path.of(CheckRun.setting("checkout"), "device-agent/target");
    var tests = agent.resolve("test-classes");
    assumeTrue(Files.exists(tests), "the tests are not compiled");
    reporter.publishEntry(
        "%s random bounce trains on %d lines".formatted(CheckRun.setting("trains"), LINES));
    // The options of the launcher, but with a class path that has the test's own classes.
    var process =
        new ProcessBuilder(
                System.getProperty("java.home") + "/bin/java",
                "-Xshare:auto",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-Xss512k",
                "-Xmx48m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                tests + ":" + agent.resolve("lib") + "/*",
                "dev.deviceagent.agent.core.BounceTrains",
                "trains-sim",
                KernelHardware.chip("gpio-sim.1").toString(),
                String.valueOf(LINES),
                CheckRun.setting("trains"),
                CheckRun.setting("seed"))
            .redirectErrorStream(true)
            .start();
    try (var out = process.inputReader()) {
      out.lines().forEach(reporter::publishEntry);
    }
    int code = process.waitFor();
    assumeTrue(code != TOO_BUSY, "the machine is too busy to keep the time of so many");
    assertEquals(0, code);
  }
}
