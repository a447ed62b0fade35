package dev.deviceagent.machine.pi;

import java.io.IOException;
import org.junit.jupiter.api.DisplayName;

@PiPart
@DisplayName("SIGKILL within a talk")
class KilledServiceChecks extends DeadServiceChecks {
  KilledServiceChecks(Bench bench) {
    super(bench);
  }

  @Override
  double die() throws IOException {
    return bench.speaker().kill("KILL");
  }
}
