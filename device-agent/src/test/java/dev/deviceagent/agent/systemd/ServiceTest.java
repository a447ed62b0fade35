package dev.deviceagent.agent.systemd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Notifications without a real socket; {@code ServiceIT} reads the socket. */
class ServiceTest {
  @TempDir private Path folder;

  @Test
  void whoIsNotManagedTellsNothingAndLeavesNothing() {
    var service = Service.of(Map.of(), 1);
    assertNull(service.watchdog());
    assertNull(service.will());
    service.ready();
    service.leave(List.of("line"));
    service.takeBack();
  }

  @Test
  void aManagerThatIsNotThereCostsNothing() {
    var nowhere = folder.resolve("notify").toString();
    var service = Service.of(Map.of("NOTIFY_SOCKET", nowhere, "WATCHDOG_USEC", "1000000"), 1);
    service.ready();
    assertNull(service.watchdog());
  }

  @Test
  void whatTheManagerDidNotTakeIsSaid() {
    assertTrue(new Service(_ -> true, null, null).alive());
    assertFalse(new Service(_ -> false, null, null).alive());
    assertTrue(Service.NONE.ready());
  }

  @Test
  void itTellsHowItIs() {
    var told = new ArrayList<String>();
    var service = new Service(told::add, Duration.ofSeconds(1), null);
    service.status("idle; microphone shut");
    service.ready();
    service.alive();
    service.ending();
    assertEquals(
        List.of(
            "STATUS=idle; microphone shut", "READY=1", "WATCHDOG=1", "STOPPING=1\nSTATUS=ending"),
        told);
  }

  private Path will() {
    return folder.resolve("last-will");
  }

  private Service service(long pid) {
    return Service.of(Map.of("RUNTIME_DIRECTORY", folder + ":/run/another"), pid);
  }

  @Test
  void theWillIsLeftWhileItRunsOnly() throws IOException {
    var service = service(17);
    service.leave(List.of("capture\tcard\t-", "line\tchip\t5\t0"));
    assertEquals("process\t17\ncapture\tcard\t-\nline\tchip\t5\t0\n", Files.readString(will()));
    service.takeBack();
    assertFalse(Files.exists(will()));
    service.takeBack();
  }

  /** The crash cleanup of the previous process may be reading it. */
  @Test
  void theWillIsReplacedAndNotOverwritten() throws IOException {
    service(17).leave(List.of("line\tchip\t5\t0"));
    try (var before = Files.newBufferedReader(will())) {
      service(18).leave(List.of());
      service(18).leave(List.of("line\tchip\t6\t0"));
      assertEquals(List.of("process\t17", "line\tchip\t5\t0"), before.lines().toList());
    }
    try (var files = Files.list(folder)) {
      assertEquals(List.of(will()), files.toList());
    }
  }

  @Test
  void theWillOfAnotherProcessIsNotTakenBack() throws IOException {
    service(17).leave(List.of("line\tchip\t5\t0"));
    service(18).takeBack();
    service(1).takeBack();
    assertTrue(Files.exists(will()));
    Files.writeString(will(), "");
    service(17).takeBack();
    assertTrue(Files.exists(will()));
  }
}
