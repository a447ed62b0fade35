package dev.deviceagent.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The doctor of a running agent with devices that do not answer. */
@Timeout(120)
class DoctorIT {
  @TempDir Path folder;

  @Test
  void eachDeviceThatHangsHoldsOneThreadHoweverOftenItIsProbed() throws Exception {
    try (var agent = AgentProcess.start(folder, "")) {
      agent.run("fault", "ring", "slow", "600000");
      agent.run("fault", "battery", "slow", "600000");
      for (int i = 0; i < 5; i++) {
        var doctor = agent.run("doctor");
        assertEquals(1, doctor.exit());
        for (var device : new String[] {"ring", "battery"}) {
          assertTrue(
              doctor.out().stream()
                  .anyMatch(line ->
                      line.matches(
                          "  failed +"
                              + device
                              + " +sim:"
                              + device
                              + ": no answer for \\d+ s; .+")),
              doctor.out().toString());
        }
        assertEquals(2, doctors(agent), "threads after doctor " + (i + 1));
      }
    }
  }

  /** Number of doctor threads in the process. */
  private static long doctors(AgentProcess agent) throws IOException {
    long doctors = 0;
    try (var threads = Files.list(Path.of("/proc", String.valueOf(agent.pid()), "task"))) {
      for (var thread : threads.toList()) {
        if (Files.readString(thread.resolve("comm")).strip().equals("doctor")) {
          doctors++;
        }
      }
    }
    return doctors;
  }
}
