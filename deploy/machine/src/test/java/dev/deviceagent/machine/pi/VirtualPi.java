package dev.deviceagent.machine.pi;

import dev.deviceagent.machine.CheckRun;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The commands of {@code deploy/virtual-pi} and {@code deploy/pi/build}. */
public final class VirtualPi {
  /** The time limit for one check, on a busy host. */
  private static final Duration LIMIT = Duration.ofMinutes(20);

  private VirtualPi() {}

  /**
   * @param arguments {@code ready} and the folder of a machine that was never booted; or {@code
   *     shell} and the folder of a machine; or {@code test}
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    System.exit(
        switch (arguments[0]) {
          case "ready" -> ready(folder(arguments));
          case "shell" -> shell(folder(arguments));
          case "test" -> test(Delivery.fromSettings());
          default -> throw new IllegalArgumentException(arguments[0]);
        });
  }

  private static PiFolder folder(String[] arguments) {
    return new PiFolder(Path.of(arguments[1]));
  }

  private static int ready(PiFolder folder) throws IOException {
    System.err.println(ReadyMachine.save(folder));
    return 0;
  }

  /** Gives a person a prompt in the machine. The machine ends with the prompt. */
  private static int shell(PiFolder folder) throws IOException, InterruptedException {
    long start = System.nanoTime();
    try (var qemu = Qemu.start(folder, PiSetup.READY)) {
      qemu.connect(Duration.ofMinutes(5));
      System.err.printf(
          "the machine is up after %.1f s, with a prompt for root. 'exit' or Ctrl-D ends it; all"
              + " changes in it are lost%n",
          (System.nanoTime() - start) / 1e9);
      return new ProcessBuilder(qemu.guest().prompt()).inheritIO().start().waitFor();
    }
  }

  private static int test(Delivery delivery) throws IOException {
    return CheckRun.run("virtual-pi", LIMIT, parts(delivery), System.out);
  }

  /** The package from its installation to its purge, then the machine without it. */
  private static List<Class<?>> parts(Delivery delivery) throws IOException {
    var parts = new ArrayList<Class<?>>();
    parts.add(InstallationChecks.class);
    if (!delivery.hasWires()) {
      parts.add(SimulatedBoardChecks.class);
    } else {
      parts.addAll(
          List.of(
              BoardChecks.class,
              ButtonChecks.class,
              VolumeChecks.class,
              KilledServiceChecks.class));
      if (!delivery.isShort()) {
        parts.addAll(
            List.of(
                StoppedServiceChecks.class,
                DeadBridgeChecks.class,
                RestrictionChecks.class,
                UpgradeChecks.class,
                TrainedCacheChecks.class,
                RebootChecks.class,
                PowerCutChecks.class,
                BareBootChecks.class));
      }
    }
    parts.add(PurgeChecks.class);
    if (!delivery.isShort()) {
      parts.addAll(
          List.of(
              MachineChecks.class,
              MachinePowerCutChecks.class,
              NoNetworkChecks.class,
              MachineWiresChecks.class));
    }
    return parts;
  }
}
