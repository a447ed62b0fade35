package dev.deviceagent.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole process from systemd's side: its notifications and their times. */
@Timeout(60)
class ServiceIT {
  /** The JDK has no datagrams on Unix sockets; Perl has them and is on every Debian. */
  private static final String LISTENER =
      """
      use Socket;
      $| = 1;
      socket(my $s, PF_UNIX, SOCK_DGRAM, 0) or die $!;
      bind($s, pack_sockaddr_un($ARGV[0])) or die $!;
      print "listening\\n";
      while (defined recv($s, my $text, 4096, 0)) { $text =~ s/\\n/ /g; print "$text\\n"; }
      """;

  @TempDir private Path folder;
  private Process listener;
  private BufferedReader told;

  @BeforeEach
  void listen() throws IOException {
    listener =
        new ProcessBuilder("perl", "-e", LISTENER, folder.resolve("notify").toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    told = listener.inputReader();
    assertEquals("listening", told.readLine());
  }

  @AfterEach
  void stopListening() {
    listener.destroyForcibly();
  }

  private Process agent(String... environment) throws IOException {
    var config = AgentProcess.config(folder, "");
    var builder =
        new ProcessBuilder(AgentProcess.LAUNCHER.toString(), "run", "--config", config.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("NOTIFY_SOCKET", folder.resolve("notify").toString());
    for (int i = 0; i < environment.length; i += 2) {
      builder.environment().put(environment[i], environment[i + 1]);
    }
    return builder.start();
  }

  private List<String> until(String words) throws IOException {
    var heard = new ArrayList<String>();
    for (var line = told.readLine(); line != null; line = told.readLine()) {
      heard.add(line);
      if (line.equals(words)) {
        return heard;
      }
    }
    throw new IOException("not heard: " + words);
  }

  @Test
  void itIsReadyWhenItsLinkListensAndTellsHowItIsAndItsEnd() throws Exception {
    var agent = agent();
    until("READY=1");
    try (var bridge = BridgePeer.connect(folder.resolve("bridge.sock"))) {
      bridge.control("{\"link\":\"joined\"}");
      until("STATUS=idle; microphone shut");
    }
    until("STATUS=offline: no bridge is connected; microphone shut");
    agent.destroy();
    until("STOPPING=1 STATUS=ending");
    assertEquals(0, agent.waitFor());
  }

  @Test
  void theWatchdogIsFedThreeTimesInItsPeriodAndNotByWhoIsStopped() throws Exception {
    var agent = agent("WATCHDOG_USEC", "600000");
    until("READY=1");
    long start = System.nanoTime();
    for (int i = 0; i < 5; i++) {
      until("WATCHDOG=1");
    }
    long millis = (System.nanoTime() - start) / 1_000_000;
    assertTrue(millis >= 700 && millis < 5000, millis + " ms for five"); // a busy machine is late
    new ProcessBuilder("kill", "-STOP", String.valueOf(agent.pid())).start().waitFor();
    while (told.ready()) {
      told.readLine(); // already in transit
    }
    new ProcessBuilder("kill", "-CONT", String.valueOf(agent.pid())).start().waitFor();
    until("WATCHDOG=1");
    agent.destroyForcibly().waitFor();
  }

  @Test
  void whatIsMeantForAnotherProcessIsNotFed() throws Exception {
    var agent = agent("WATCHDOG_USEC", "300000", "WATCHDOG_PID", "1");
    until("READY=1");
    agent.destroy();
    assertTrue(until("STOPPING=1 STATUS=ending").stream().noneMatch("WATCHDOG=1"::equals));
    assertEquals(0, agent.waitFor());
  }
}
