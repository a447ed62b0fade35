package dev.deviceagent.machine.pi;

import dev.deviceagent.machine.Polling;
import java.io.IOException;
import org.junit.jupiter.api.DisplayName;

/** Stops the process. systemd's watchdog then kills it. */
@PiPart
@DisplayName("SIGSTOP within a talk: the watchdog")
class StoppedServiceChecks extends DeadServiceChecks {
  private static final String KILLED = "Watchdog timeout";

  StoppedServiceChecks(Bench bench) {
    super(bench);
  }

  @Override
  double die() throws IOException {
    double stopped = bench.speaker().kill("STOP");
    Polling.within(Bench.BOOT)
        .alias("systemd's watchdog acts")
        .until(() -> bench.speaker().toldAt(KILLED) > stopped);
    double killed = bench.speaker().toldAt(KILLED);
    bench.note("it was silent for %.1f s".formatted(killed - stopped));
    return killed;
  }
}
