package dev.deviceagent.agent.systemd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the environment of the process says. */
class ServiceTest {
  @Test
  void aProcessWithoutAServiceManagerNotifiesNobodyAndWritesNoCrashCleanup() {
    var service = Service.of(Map.of(), 1);
    assertNull(service.notifier().watchdog());
    assertNull(service.crashCleanup());
    assertTrue(service.notifier().ready());
    assertEquals(Service.NONE, service);
  }

  /** A unit may have several runtime directories. */
  @Test
  void theCrashCleanupIsInTheFirstRuntimeDirectory() {
    var service = Service.of(Map.of("RUNTIME_DIRECTORY", "/run/first:/run/second"), 17);
    assertEquals(new CrashCleanup(Path.of("/run/first/last-will"), 17), service.crashCleanup());
    assertEquals(Notifier.NONE, service.notifier());
  }
}
