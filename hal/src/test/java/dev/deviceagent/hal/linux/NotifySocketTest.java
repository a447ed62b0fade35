package dev.deviceagent.hal.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.HalException.Kind;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A service manager that does not read, because it is stopped or overloaded. */
@Timeout(60)
class NotifySocketTest {
  /**
   * Reads one datagram for each line of its input; the JDK cannot receive datagrams on Unix
   * sockets.
   */
  private static final String MANAGER =
      """
      use Socket;
      $| = 1;
      socket(my $s, PF_UNIX, SOCK_DGRAM, 0) or die $!;
      bind($s, pack_sockaddr_un($ARGV[0])) or die $!;
      print "listening\\n";
      while (<STDIN>) { recv($s, my $text, 4096, 0); print "$text\\n"; }
      """;

  @TempDir private Path folder;
  private Process manager;
  private BufferedReader told;

  @BeforeEach
  void listen() throws IOException {
    manager =
        new ProcessBuilder("perl", "-e", MANAGER, folder.resolve("notify").toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    told = manager.inputReader();
    assertEquals("listening", told.readLine());
  }

  @AfterEach
  void stop() {
    manager.destroyForcibly();
  }

  private String next() throws IOException {
    manager.getOutputStream().write('\n');
    manager.getOutputStream().flush();
    return told.readLine();
  }

  @Test
  void aFullQueueIsBusyAndNoWait() throws Exception {
    var socket = new NotifySocket(folder.resolve("notify").toString());
    var busy =
        assertTimeoutPreemptively(
            Duration.ofSeconds(10),
            () ->
                assertThrows(
                    HalException.class,
                    () -> {
                      for (int i = 0; i < 100_000; i++) {
                        socket.tell("STATUS=" + i);
                      }
                    }));
    assertEquals(Kind.BUSY, busy.kind());
    assertEquals(folder.resolve("notify").toString(), busy.where());
    assertEquals("its queue is full", busy.problem());
    assertEquals("STATUS=0", next());
    socket.tell("READY=1"); // there is room for one more
    assertThrows(HalException.class, () -> socket.tell("WATCHDOG=1"));
  }

  @Test
  void whatIsToldArrivesInOrder() throws Exception {
    var socket = new NotifySocket(folder.resolve("notify").toString());
    socket.tell("READY=1");
    socket.tell("STATUS=idle; microphone shut");
    assertEquals("READY=1", next());
    assertEquals("STATUS=idle; microphone shut", next());
  }

  @Test
  void aManagerThatIsGoneIsAFailure() throws Exception {
    var path = folder.resolve("notify").toString();
    var socket = new NotifySocket(path);
    manager.destroyForcibly().waitFor();
    var failure = assertThrows(HalException.class, () -> socket.tell("READY=1"));
    assertEquals(Kind.FAILED, failure.kind());
    assertTrue(
        assertThrows(HalException.class, () -> new NotifySocket(path + "x"))
            .getMessage()
            .startsWith(path + "x: cannot connect"));
  }
}
