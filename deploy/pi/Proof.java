import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Checks the virtual Pi from the host: the machine itself, and the package in it. */
public final class Proof {
  /** The time limit for a part. After it, the machine of the part is killed. */
  private static final long PART_MINUTES = 60;

  private final Checks checks;
  private final Bench bench;
  private final ServiceProof service;

  private Proof(Checks checks, Bench bench, ServiceProof service) {
    this.checks = checks;
    this.bench = bench;
    this.service = service;
  }

  /**
   * @param arguments the folder that {@code build} has printed, the package, an older package, the
   *     folder of the board and of the plan; then optionally {@code --short}, for the package only,
   *     from its installation to a SIGKILL
   */
  public static void main(String[] arguments) throws Exception {
    var folder = new Folder(Path.of(arguments[0]));
    var board = Path.of(arguments[3]);
    boolean isShort = List.of(arguments).contains("--short");
    boolean isSpeaker = folder.arch().equals("arm64");

    var checks = new Checks(Plan.read(board.resolve("checks")));
    var bench = new Bench(checks, folder);
    var service = new ServiceProof(bench, Path.of(arguments[1]), Path.of(arguments[2]), board);
    var machine = new MachineProof(bench);
    var parts = new ArrayList<Part>();
    if (!isSpeaker) {
      parts.addAll(service.bare());
    } else {
      parts.addAll(isShort ? service.shortForm() : service.full());
    }
    if (!isShort) {
      parts.addAll(machine.parts());
    }

    var proof = new Proof(checks, bench, service);
    parts.forEach(proof::run);
    if (!isShort) {
      if (isSpeaker) {
        proof.run(machine.wires());
      } else {
        checks.skipPart(machine.wires().title(), "QEMU's PC has no GPIO");
      }
    }
    System.exit(checks.sum("virtual-pi") ? 0 : 1);
  }

  /** Runs a part. Whatever fails in it has no effect on the next one. */
  private void run(Part part) {
    checks.begin(part.title());
    // On a separate thread: the common pool may have only one thread, and that may block in a read
    // from a command that hangs.
    var later =
        CompletableFuture.delayedExecutor(
            PART_MINUTES, TimeUnit.MINUTES, task -> Thread.ofVirtual().start(task));
    var limit = CompletableFuture.runAsync(this::giveUp, later);
    Throwable cause = null;
    try {
      if (part.needsSpeaker() && !bench.isSpeaker) {
        service.prepare();
      }
      part.body().run();
    } catch (Throwable e) {
      cause = e;
    }
    limit.cancel(false);
    if (!checks.end(cause)) {
      bench.isSpeaker = false;
    }
  }

  private void giveUp() {
    checks.note("the part has not ended within " + PART_MINUTES + " min; its machine is killed");
    bench.kill();
  }
}
