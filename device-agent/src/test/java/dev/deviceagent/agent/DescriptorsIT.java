package dev.deviceagent.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole process while the kernel refuses it new file descriptors. */
@Timeout(60)
class DescriptorsIT {
  @TempDir Path folder;

  @Test
  void connectionsAreTakenAgainWithoutAFloodOfLogLines() throws Exception {
    try (var agent = AgentProcess.start(folder, "")) {
      var lines = new ArrayList<String>();
      for (var socket : new Path[] {agent.controlSocket(), agent.bridgeSocket()}) {
        limitDescriptors(agent, 1);
        try (var waiting = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
          lines.addAll(agent.logUntil("cannot accept a"));
          var first = lines.getLast();
          assertTrue(first.contains(socket.toString()), first);
          assertTrue(first.contains("Too many open files"), first);
          LockSupport.parkNanos(300_000_000L); // no descriptor is available for this time
          limitDescriptors(agent, 1024);
          assertTrue(waiting.isConnected());
        }
        agent.status();
      }
      agent.joined().close();
      ProcessHandle.of(agent.pid()).orElseThrow().destroy(); // keeps the log open
      lines.addAll(agent.logUntil("ended"));
      assertTrue(lines.size() < 15, lines.size() + " lines");
      var again =
          lines.stream().filter(line -> line.contains("accepts connections again")).toList();
      assertEquals(2, again.size(), lines.toString());
      for (var line : again) {
        var tries = Integer.parseInt(line.replaceAll("^.* failures: (\\d+)$", "$1"));
        assertTrue(tries < 20, line);
      }
    }
  }

  private static void limitDescriptors(AgentProcess agent, int most)
      throws IOException, InterruptedException {
    var limit = new ProcessBuilder("prlimit", "--pid=" + agent.pid(), "--nofile=" + most + ":");
    assertEquals(0, limit.inheritIO().start().waitFor());
  }
}
