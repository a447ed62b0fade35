package dev.deviceagent.machine.pi;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * QEMU's monitor, which acts on the machine as a whole. Its commands are those of QEMU's manual.
 * QMP (docs/interop/qmp-spec) carries them, because only QMP reports when a command is done.
 */
final class QemuMonitor implements Closeable {
  private static final String RETURN = "{\"return\": ";

  private final QemuSocket line;
  private final BufferedReader in;

  QemuMonitor(Path socket) throws IOException {
    line = QemuSocket.open(socket);
    in = new BufferedReader(new InputStreamReader(line.in(), StandardCharsets.UTF_8));
    in.readLine(); // its greeting
    execute("{\"execute\":\"qmp_capabilities\"}");
  }

  /**
   * @return the output; most commands that succeed print nothing
   */
  synchronized String command(String command) throws IOException {
    var said =
        execute(
            "{\"execute\":\"human-monitor-command\",\"arguments\":{\"command-line\":\"%s\"}}"
                .formatted(command));
    return said.substring(1, said.length() - 1).replace("\\r\\n", "\n").replace("\\\"", "\"");
  }

  /** Runs a command that prints something only if it fails. */
  void order(String command) throws IOException {
    var said = command(command);
    if (!said.isBlank()) {
      throw new IOException("QEMU does not do '" + command + "': " + said.strip());
    }
  }

  private String execute(String json) throws IOException {
    line.send(json + "\n");
    for (var said = in.readLine(); said != null; said = in.readLine()) {
      if (said.startsWith(RETURN)) {
        return said.substring(RETURN.length(), said.length() - 1);
      }
      if (said.startsWith("{\"error\"")) {
        throw new IOException("QEMU refuses " + json + ": " + said);
      }
      // Anything else is an event, which nothing here uses.
    }
    throw new IOException("QEMU has ended");
  }

  /** Plugs the USB speaker in. */
  void plugSpeaker() throws IOException {
    order("device_add usb-audio,id=speaker,audiodev=speaker,bus=usb.0");
  }

  void unplugSpeaker() throws IOException {
    order("device_del speaker");
  }

  @Override
  public void close() throws IOException {
    line.close();
  }
}
