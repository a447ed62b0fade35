package dev.deviceagent.machine.pi;

import dev.deviceagent.machine.Background;
import dev.deviceagent.machine.Polling;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/**
 * QEMU's qtest protocol (system/qtest.c) with a running processor: access to the machine's wires
 * and memory from outside.
 */
final class Qtest implements Closeable {
  private static final String RAISE = "IRQ raise ";
  private static final String LOWER = "IRQ lower ";

  private final QemuSocket line;
  private final BlockingQueue<String> answers = new ArrayBlockingQueue<>(16);
  private volatile IntConsumer raised = number -> {};
  private volatile IntConsumer lowered = number -> {};

  Qtest(Path socket) throws IOException {
    line = QemuSocket.open(socket);
    var in = new BufferedReader(new InputStreamReader(line.in(), StandardCharsets.US_ASCII));
    Background.read("qtest", () -> read(in));
  }

  /** Reads the answers and, between them, the changes of the watched wires. */
  private void read(BufferedReader in) {
    try {
      for (var said = in.readLine(); said != null; said = in.readLine()) {
        if (said.startsWith(RAISE)) {
          raised.accept(Integer.parseInt(said.substring(RAISE.length())));
        } else if (said.startsWith(LOWER)) {
          lowered.accept(Integer.parseInt(said.substring(LOWER.length())));
        } else {
          answers.add(said);
        }
      }
    } catch (IOException e) {
      answers.add("it has ended: " + e.getMessage());
    }
  }

  /** Calls these from the reading thread whenever an output wire of this device changes. */
  void watch(String device, IntConsumer raised, IntConsumer lowered) throws IOException {
    this.raised = raised;
    this.lowered = lowered;
    command("irq_intercept_out " + device);
  }

  /**
   * @return the answer after its OK
   */
  synchronized String command(String command) throws IOException {
    line.send(command + "\n");
    try {
      var answer = answers.poll(10, TimeUnit.SECONDS);
      if (answer == null || !answer.startsWith("OK")) {
        throw new IOException("QEMU does not do '" + command + "': " + answer);
      }
      return answer.substring(2).strip();
    } catch (InterruptedException e) {
      throw Polling.interrupted(e);
    }
  }

  void write(long address, int word) throws IOException {
    command("writel 0x%x 0x%x".formatted(address, word));
  }

  int read(long address) throws IOException {
    return (int) Long.decode(command("readl 0x%x".formatted(address))).longValue();
  }

  @Override
  public void close() throws IOException {
    line.close();
  }
}
