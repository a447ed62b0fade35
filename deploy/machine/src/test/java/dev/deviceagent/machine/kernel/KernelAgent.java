package dev.deviceagent.machine.kernel;

import dev.deviceagent.machine.CheckBridge;
import dev.deviceagent.machine.CheckRun;
import dev.deviceagent.machine.Polling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** An agent of the checkout that runs with the simulated hardware, and its bridge. */
final class KernelAgent implements AutoCloseable {
  /** The file for the crash cleanup, which exists while there is something to clean up. */
  static final Path CLEANUP = Path.of("/mnt/last-will");

  private static final Path LOG = Path.of("/mnt/log");
  private static final Path CONTROL = Path.of("/mnt/control.sock");
  private static final Duration START = Duration.ofMinutes(2);

  final Process process;
  final CheckBridge bridge;

  /** What the bridge heard when it joined. */
  final List<String> greeting;

  private KernelAgent(Process process, CheckBridge bridge) throws IOException {
    this.process = process;
    this.bridge = bridge;
    greeting = bridge.join();
  }

  /** Starts an agent, and has a bridge join. */
  static KernelAgent start() throws IOException {
    var launcher = Path.of(CheckRun.setting("checkout"), "device-agent/bin/device-agent");
    var builder = new ProcessBuilder(launcher.toString(), "run", "--config", "agent.yaml");
    builder.environment().put("RUNTIME_DIRECTORY", "/mnt"); // as a service manager sets it
    Files.deleteIfExists(CONTROL); // left by a killed agent
    var process = builder.redirectErrorStream(true).redirectOutput(LOG.toFile()).start();
    Polling.within(START).until(() -> Files.exists(CONTROL) || !process.isAlive());
    if (!process.isAlive()) {
      throw new IOException("the agent has ended: " + log());
    }
    return new KernelAgent(process, new CheckBridge(Path.of("/mnt/bridge.sock")));
  }

  /** What the agent that was started last has logged. */
  static String log() throws IOException {
    return Files.readString(LOG);
  }

  /** Presses the button for this time. Returns the words that the bridge hears. */
  List<String> press(Duration time) throws IOException {
    KernelHardware.press();
    Polling.pause(time);
    KernelHardware.release();
    return endOfPress();
  }

  /** The words of a press that is over. */
  List<String> endOfPress() throws IOException {
    var words = bridge.press();
    Polling.pause(Duration.ofMillis(40)); // the debounce ignores the next edges
    return words;
  }

  @Override
  public void close() throws IOException {
    bridge.close();
    process.destroyForcibly().onExit().join();
  }
}
