package dev.deviceagent.machine.pi;

import dev.deviceagent.machine.Background;
import dev.deviceagent.machine.Polling;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.awaitility.core.ConditionTimeoutException;

/** The machine's serial console, where root is logged in. It needs no network. */
final class GuestConsole implements Closeable {
  private static final Pattern PROMPT = Pattern.compile("root@\\S+# ");

  private final QemuSocket line;
  private final StringBuilder said = new StringBuilder();
  private int commands;
  private boolean isOpen;

  /**
   * @param isOpen whether root is logged in already
   */
  GuestConsole(Path socket, boolean isOpen) throws IOException {
    line = QemuSocket.open(socket);
    this.isOpen = isOpen;
    var in = line.in();
    Background.read("console", () -> read(in));
  }

  private void read(InputStream in) {
    var bytes = new byte[4096];
    try {
      for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
        synchronized (said) {
          said.append(new String(bytes, 0, count, StandardCharsets.UTF_8));
        }
      }
    } catch (IOException e) {
      // QEMU has ended. A caller that waits for an answer reports that none came.
    }
  }

  /** Waits for root's prompt after a boot. The machine reads no input before the prompt. */
  void connect(Duration time) throws IOException {
    if (isOpen) {
      return;
    }
    await(PROMPT, time, "root's prompt is not on the console");
    isOpen = true;
    // Without echo, prompt and line editing, the console carries only the output of commands.
    line.send("set +o emacs; stty -echo; PS1= PS2=\n");
  }

  /** Runs a line of shell of at most 4000 characters. */
  GuestOutput run(String command, Duration time) throws IOException {
    connect(time);
    int number = ++commands;
    line.send(
        "echo '<<%1$d>>'; { %2$s\n} </dev/null 2>&1; echo \"<<%1$d $?>>\"\n"
            .formatted(number, command));
    var found =
        await(
            Pattern.compile("<<%1$d>>\r\n(.*)<<%1$d (\\d+)>>".formatted(number), Pattern.DOTALL),
            time,
            "'" + command + "' has not ended");
    return new GuestOutput(Integer.parseInt(found.group(2)), found.group(1).replace("\r\n", "\n"));
  }

  private MatchResult await(Pattern wanted, Duration time, String otherwise) throws IOException {
    try {
      return Polling.within(time).until(() -> find(wanted), Optional::isPresent).orElseThrow();
    } catch (ConditionTimeoutException e) {
      throw new IOException("%s within %d s: %s".formatted(otherwise, time.toSeconds(), said()), e);
    }
  }

  private Optional<MatchResult> find(Pattern wanted) {
    var matcher = wanted.matcher(said());
    return matcher.find() ? Optional.of(matcher.toMatchResult()) : Optional.empty();
  }

  private String said() {
    synchronized (said) {
      return said.toString();
    }
  }

  @Override
  public void close() throws IOException {
    line.close();
  }
}
