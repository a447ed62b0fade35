package dev.deviceagent.agent.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.SocketException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RunningAgentTest {
  private static final Path SOCKET = Path.of("/run/device-agent/control.sock");

  @Test
  void whoMayNotAskIsToldHowTo() {
    var said = RunningAgent.unanswered(SOCKET, new SocketException("Permission denied"));
    assertTrue(said.contains("use sudo"), said);
  }

  @Test
  void whereNobodyAnswersOneIsToBeStarted() {
    var said = RunningAgent.unanswered(SOCKET, new IOException("Connection refused"));
    assertTrue(
        said.startsWith("no agent answers on " + SOCKET + " (Connection refused); start"), said);
  }
}
