package dev.deviceagent.agent.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Commands that use the devices only if no agent runs; here, an agent runs but does not answer. */
@Timeout(30)
class UnansweredTest {
  @TempDir Path folder;

  @Test
  void anAgentThatDoesNotAnswerHasTheDevices() throws Exception {
    var config =
        Files.writeString(
            folder.resolve("agent.yaml"), "control: {socket: control.sock}\nboard: sim\n");
    try (var listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      listener.bind(UnixDomainSocketAddress.of(folder.resolve("control.sock")));
      for (var command :
          new String[][] {{"doctor"}, {"doctor", "--json"}, {"selftest", "--unattended"}}) {
        var agent = Thread.ofPlatform().start(() -> hangUp(listener));
        var out = new StringWriter();
        var err = new StringWriter();
        var words = new String[command.length + 2];
        System.arraycopy(command, 0, words, 0, command.length);
        words[command.length] = "--config";
        words[command.length + 1] = config.toString();
        int exit = Cli.run(words, new PrintWriter(out, true), new PrintWriter(err, true));
        agent.join();
        assertEquals(69, exit, command[0]);
        assertEquals("", out.toString());
        assertTrue(err.toString().contains("control.sock"), err.toString());
      }
    }
  }

  private static void hangUp(ServerSocketChannel listener) {
    try {
      listener.accept().close();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
