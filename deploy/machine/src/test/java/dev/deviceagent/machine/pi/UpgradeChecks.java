package dev.deviceagent.machine.pi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@PiPart
@DisplayName("An upgrade within a talk, and a downgrade")
class UpgradeChecks {
  private final Bench bench;
  private String pid = "";

  UpgradeChecks(Bench bench) {
    this.bench = bench;
  }

  @Test
  @Order(1)
  void theCaptureSwitchIsOpenWithinATalk() throws IOException {
    bench
        .speaker()
        .order(
            "device-agent mute on; device-agent mute off; echo '# mine'"
                + " >>/etc/device-agent/agent.yaml");
    assertTrue(bench.talk());
    pid = bench.speaker().property("MainPID");
  }

  @Test
  @Order(2)
  void aptUpgradesThePackage() throws IOException {
    bench.speaker().install(bench.delivery().deb());
    assertVersion(bench.delivery().deb());
  }

  @Test
  @Order(3)
  void theBridgeHeardTheEndOfTheTalk() throws IOException {
    assertEquals(List.of("muted", "1108"), bench.bridge().press());
    bench.wires().release();
    bench.closeBridge();
  }

  @Test
  @Order(4)
  void theProcessIsAnother() throws IOException {
    assertNotEquals(pid, bench.speaker().property("MainPID"));
  }

  @Test
  @Order(5)
  void theUpgradedServiceIsActive() {
    assertEquals("active", bench.speaker().isActive());
  }

  @Test
  @Order(6)
  void theConfigurationIsKept() throws IOException {
    assertConfigurationIsKept();
  }

  @Test
  @Order(7)
  void theNextBridgeHearsNothingOfTheTalk() throws IOException {
    assertEquals(List.of("muted"), bench.join());
    bench.closeBridge();
  }

  @Test
  @Order(8)
  void aptDowngradesThePackage() throws IOException {
    bench.speaker().install(bench.delivery().olderDeb());
    assertVersion(bench.delivery().olderDeb());
  }

  @Test
  @Order(9)
  void theDowngradedServiceIsActive() {
    assertEquals("active", bench.speaker().isActive());
  }

  @Test
  @Order(10)
  void aptUpgradesThePackageAgain() throws IOException {
    bench.speaker().install(bench.delivery().deb());
    assertVersion(bench.delivery().deb());
  }

  @Test
  @Order(11)
  void theServiceIsActiveAgain() {
    assertEquals("active", bench.speaker().isActive());
  }

  @Test
  @Order(12)
  void theConfigurationIsKeptToTheEnd() throws IOException {
    assertConfigurationIsKept();
  }

  private void assertConfigurationIsKept() throws IOException {
    assertEquals("# mine", bench.speaker().ask("tail -n 1 /etc/device-agent/agent.yaml"));
  }

  private void assertVersion(Path deb) throws IOException {
    var version = bench.speaker().ask("dpkg-query -W -f '${Version}' device-agent");
    assertEquals(Bench.name(deb), "device-agent_" + version + "_all.deb");
  }
}
