package dev.deviceagent.agent.systemd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Notifications without a real socket; {@code ServiceIT} reads the socket. */
class NotifierTest {
  @TempDir private Path folder;

  @Test
  void aSocketThatDoesNotExistIsIgnored() {
    var nowhere = folder.resolve("notify").toString();
    var notifier = Notifier.of(Map.of("NOTIFY_SOCKET", nowhere, "WATCHDOG_USEC", "1000000"), 1);
    notifier.ready();
    assertNull(notifier.watchdog());
  }

  @Test
  void aNotificationThatWasNotSentIsReported() {
    assertTrue(new Notifier(_ -> true, null).alive());
    assertFalse(new Notifier(_ -> false, null).alive());
    assertTrue(Notifier.NONE.ready());
  }

  @Test
  void eachNotificationIsAnAssignment() {
    var told = new ArrayList<String>();
    var notifier = new Notifier(told::add, Duration.ofSeconds(1));
    notifier.status("idle; microphone shut");
    notifier.ready();
    notifier.alive();
    notifier.ending();
    assertEquals(
        List.of(
            "STATUS=idle; microphone shut", "READY=1", "WATCHDOG=1", "STOPPING=1\nSTATUS=ending"),
        told);
  }
}
