package dev.deviceagent.machine.pi;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@PiPart
@DisplayName("A reboot within a talk")
class RebootChecks extends BootChecks {
  private String boot = "";
  private List<String> heardBefore = List.of();

  RebootChecks(Bench bench) {
    super(bench);
  }

  @Test
  @Order(1)
  void theCaptureSwitchIsOpenWithinATalk() throws IOException {
    assertTrue(bench.talk());
    boot = boot();
  }

  @Test
  @Order(2)
  void theMachineGoesDown() throws IOException {
    bench.pi().guest().end("systemctl reboot --no-block");
    try {
      heardBefore = bench.bridge().press();
    } catch (IOException e) {
      bench.note("ssh ended first: " + e);
    }
    bench.note("the bridge heard " + heardBefore);
    bench.awaitOff();
    bench.pi().powerOn(PiSetup.COLD);
  }

  @Test
  @Order(AFTER_BOOT)
  void theBootIsAnother() throws IOException {
    assertNotEquals(boot, boot());
  }

  @Test
  @Order(AFTER_BOOT + 1)
  void theEndOfTheTalkIsSentOnceBeforeOrAfter() throws IOException {
    var heardAfter = bench.join();
    bench.note("the next bridge hears " + heardAfter);
    assertNotEquals(heardBefore.contains("1108"), heardAfter.contains("1108"));
  }

  private String boot() throws IOException {
    return bench.speaker().order("cat /proc/sys/kernel/random/boot_id");
  }
}
