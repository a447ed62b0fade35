package dev.deviceagent.hal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deviceagent.hal.HalException.Kind;
import org.junit.jupiter.api.Test;

class HalExceptionTest {
  @Test
  void theMessageNamesDeviceCauseAndCure() {
    var failure = new HalException(Kind.FAILED, "mpd /run/mpd/socket", "it is hung", "restart it");
    assertEquals("mpd /run/mpd/socket: it is hung; restart it", failure.getMessage());
  }

  /**
   * The text of a refusal is chosen by the player on the bus, and goes to the log and to the cloud.
   */
  @Test
  void whatADeviceSaysStaysOnOneShortLine() {
    var failure =
        new HalException(
            Kind.FAILED, "a\nb", "x\r\n\u001b[2J\u2028y\0" + "z".repeat(60_000), "c\td");
    assertEquals(1, failure.getMessage().lines().count());
    assertEquals("a·b", failure.where());
    assertEquals("c·d", failure.cure());
    assertTrue(failure.problem().startsWith("x···[2J·y·zzz"), failure.problem());
    assertEquals(1001, failure.problem().length());
    assertTrue(failure.problem().endsWith("z…"));
  }

  @Test
  void halfACharacterIsNotKept() {
    var failure = new HalException(Kind.FAILED, "w", "x".repeat(999) + "😀😀", "c");
    assertEquals("x".repeat(999) + "…", failure.problem());
  }
}
