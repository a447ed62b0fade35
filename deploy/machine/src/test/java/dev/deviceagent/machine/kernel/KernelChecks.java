package dev.deviceagent.machine.kernel;

import dev.deviceagent.machine.CheckRun;
import java.time.Duration;
import java.util.List;

/** Runs all checks inside the test kernel, after {@code init} has created the hardware. */
public final class KernelChecks {
  private KernelChecks() {}

  /** Reads the system properties {@code checkout}, {@code trains} and {@code seed}. */
  public static void main(String[] arguments) {
    System.exit(
        CheckRun.run(
            "kernel",
            Duration.ofMinutes(5),
            List.of(
                RunningAgentChecks.class,
                KilledAgentChecks.class,
                GpiomonChecks.class,
                BounceTrainsChecks.class),
            System.out));
  }
}
