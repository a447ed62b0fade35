package dev.deviceagent.agent.diagnosis;

import dev.deviceagent.agent.config.Config;
import dev.deviceagent.agent.runtime.Threads;
import dev.deviceagent.codec.Json;
import dev.deviceagent.hal.Board;
import dev.deviceagent.hal.Device;
import dev.deviceagent.hal.HalException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Tries everything that the configuration names, and reports the results. Thread-safe. Remembers
 * which probes still run: a device that hangs holds one thread only, even if it is examined again.
 */
public final class Doctor {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Duration patience;
  private final LongSupplier nanos;
  private final ReentrantLock examining = new ReentrantLock();

  /** The last probe of each device, by the device's name. */
  private final Map<String, Probe> probes = new HashMap<>();

  /** A probe that was started, and its start time. */
  private record Probe(CompletableFuture<Finding> outcome, long startedNanos) {}

  public Doctor() {
    this(PATIENCE, System::nanoTime);
  }

  Doctor(Duration patience, LongSupplier nanos) {
    this.patience = patience;
    this.nanos = nanos;
  }

  /**
   * The result for one device or path.
   *
   * @param outcome {@code opened}, {@code absent} or {@code failed}
   * @param cause null if it was opened
   * @param cure what to do; null if it was opened
   */
  public record Finding(
      String name, String where, String outcome, @Nullable String cause, @Nullable String cure) {
    public boolean isFine() {
      return outcome.equals("opened");
    }

    Json.Obj toJson() {
      return Json.object()
          .with("name", name)
          .with("where", where)
          .with("outcome", outcome)
          .with("cause", cause)
          .with("cure", cure);
    }
  }

  /** All findings, as {@code doctor --json} prints them. */
  public static Json.Obj toJson(Board board, List<Finding> findings) {
    return Json.object()
        .with("board", board.name())
        .with("healthy", findings.stream().allMatch(Finding::isFine))
        .with("findings", findings.stream().map(Finding::toJson).toList());
  }

  /**
   * Tries the devices of a board and the paths of a configuration. Waits some seconds for each
   * device that does not answer.
   *
   * @return empty, without waiting, if another examination is running
   */
  public Optional<List<Finding>> examine(Board board, Config config, Threads threads) {
    if (!examining.tryLock()) {
      return Optional.empty();
    }
    try {
      var findings = new ArrayList<Finding>();
      board.devices().forEach((name, device) -> findings.add(examine(name, device, threads)));
      findings.add(directory("state", config.stateDirectory(), "state.directory"));
      findings.add(parent("bridge", config.link().socket(), "link.socket"));
      findings.add(parent("control", config.controlSocket(), "control.socket"));
      return Optional.of(findings);
    } finally {
      examining.unlock();
    }
  }

  private Finding examine(String name, Device device, Threads threads) {
    var last = probes.get(name);
    if (last != null && !last.outcome().isDone()) {
      return unanswered(name, device, last);
    }
    var probe = new Probe(new CompletableFuture<>(), nanos.getAsLong());
    probes.put(name, probe);
    threads.platform("doctor", () -> probe.outcome().complete(probe(name, device)));
    try {
      return probe.outcome().get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return unanswered(name, device, probe);
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Finding unanswered(String name, Device device, Probe probe) {
    return new Finding(
        name,
        device.where(),
        "failed",
        "no answer for " + words(Duration.ofNanos(nanos.getAsLong() - probe.startedNanos())),
        "check whether another program uses it, or unplug it and plug it in again");
  }

  private static String words(Duration time) {
    return time.toMinutes() < 2
        ? time.toSeconds() + " s"
        : time.toHours() < 2 ? time.toMinutes() + " min" : time.toHours() + " h";
  }

  private static Finding probe(String name, Device device) {
    try {
      device.probe();
      return new Finding(name, device.where(), "opened", null, null);
    } catch (HalException e) {
      var outcome = e.kind() == HalException.Kind.ABSENT ? "absent" : "failed";
      return new Finding(name, device.where(), outcome, e.problem(), e.cure());
    }
  }

  private static Finding directory(String name, Path path, String key) {
    var nearest = path;
    while (nearest != null && !Files.exists(nearest)) {
      nearest = nearest.getParent(); // missing directories are created when the agent starts
    }
    if (nearest != null && Files.isWritable(nearest) && Files.isDirectory(nearest)) {
      return new Finding(name, path.toString(), "opened", null, null);
    }
    var cure = "create it and give this user write access, or set " + key;
    return Files.exists(path)
        ? new Finding(name, path.toString(), "failed", "this user has no write access", cure)
        : new Finding(name, path.toString(), "absent", "no such directory", cure);
  }

  private static Finding parent(String name, Path socket, String key) {
    var parent = socket.getParent();
    var found = directory(name, parent == null ? socket : parent, key);
    return new Finding(name, socket.toString(), found.outcome(), found.cause(), found.cure());
  }
}
