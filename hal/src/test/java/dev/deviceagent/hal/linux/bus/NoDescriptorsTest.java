package dev.deviceagent.hal.linux.bus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.deviceagent.hal.HalException;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tests a process without a free descriptor: a separate process with a limit of 128. */
@Timeout(60)
class NoDescriptorsTest {
  private static final String NULL = "/dev/null";

  /** The message when the line was refused. */
  private static final String REFUSED = "cannot create its wake-up event: errno 24";

  @Test
  void aLineWhoseThreadCouldNotBeWokenIsNotTaken() throws Exception {
    var java = ProcessHandle.current().info().command().orElseThrow();
    var child =
        new ProcessBuilder(
                "sh",
                "-c",
                "ulimit -n 128 && exec \"$@\"",
                "sh",
                java,
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                NoDescriptorsTest.class.getName())
            .redirectErrorStream(true)
            .start();
    var said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(REFUSED, said.strip());
  }

  /** Takes a line twice, so that every class is loaded before the descriptors run out. */
  public static void main(String[] arguments) throws IOException {
    take();
    var open = new ArrayList<FileInputStream>();
    try {
      while (true) {
        open.add(new FileInputStream(NULL));
      }
    } catch (IOException e) {
      open.removeLast().close(); // enough for the line, not for its eventfd
      var said = take();
      for (var file : open) {
        file.close();
      }
      System.out.println(said);
    }
  }

  private static String take() {
    int fd = Libc.open(NULL, Libc.O_RDWR | Libc.O_CLOEXEC);
    try {
      new GpioLine(Node.of(Path.of(NULL), "gpio", "see dmesg"), fd).close();
      return "taken";
    } catch (HalException e) {
      return e.problem();
    }
  }
}
