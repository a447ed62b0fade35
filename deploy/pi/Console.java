import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;

/** The machine's serial console, on which root is logged in: the way in without a network. */
final class Console implements AutoCloseable {
  private final Line line;
  private final StringBuilder said = new StringBuilder();
  private int commands;
  private boolean isOpen;

  Console(Path socket) throws IOException {
    line = Line.open(socket);
    var in = line.in();
    Thread.ofPlatform().daemon().name("console").start(() -> read(in));
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
      // QEMU has ended; whoever waits for an answer says that none came.
    }
  }

  /** Waits until the shell answers, after a boot. */
  void connect(Duration time) throws IOException {
    long end = System.nanoTime() + time.toNanos();
    while (!isOpen) {
      if (System.nanoTime() > end) {
        throw new IOException("nobody answers on the console: " + said);
      }
      // No echo, no prompt, no editing of lines. What is written is not what it writes.
      line.send("\nset +o emacs; stty -echo; PS1=; echo this'_is_'root\n");
      isOpen =
          Wait.until(
              Duration.ofSeconds(2),
              () -> {
                synchronized (said) {
                  return said.indexOf("this_is_root") >= 0;
                }
              });
    }
  }

  /** Runs a line of shell, of no more than 4000 characters. */
  Output run(String command, Duration time) throws IOException {
    connect(time);
    int number = ++commands;
    var end = Pattern.compile("<<" + number + ">>(.*)<<" + number + " (\\d+)>>", Pattern.DOTALL);
    var output = new Output[1];
    line.send(
        "echo '<<%1$d>>'; { %2$s\n} </dev/null 2>&1; echo \"<<%1$d $?>>\"\n"
            .formatted(number, command));
    boolean hasEnded =
        Wait.until(
            time,
            () -> {
              synchronized (said) {
                var found = end.matcher(said);
                if (found.find()) {
                  output[0] =
                      new Output(
                          Integer.parseInt(found.group(2)),
                          found.group(1).replace("\r\n", "\n").stripLeading());
                }
              }
              return output[0] != null;
            });
    if (!hasEnded) {
      throw new IOException(
          "'%s' has not ended within %d s: %s".formatted(command, time.toSeconds(), said));
    }
    return output[0];
  }

  @Override
  public void close() throws IOException {
    line.close();
  }
}
