package dev.deviceagent.agent.lights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {
  private static final QuietHours NIGHT =
      new QuietHours(100, LocalTime.of(22, 0), LocalTime.of(7, 0), 20);

  @ParameterizedTest
  @CsvSource({
    "21:59:59, 100, 1",
    "22:00, 20, 32400",
    "00:00, 20, 25200",
    "06:59, 20, 60",
    "07:00, 100, 54000"
  })
  void theNightGoesOverMidnight(String time, int percent, long secondsLeft) {
    var now = LocalTime.parse(time);
    assertEquals(percent, NIGHT.brightness(now));
    assertEquals(
        Duration.ofSeconds(secondsLeft),
        NIGHT.untilChange(LocalDateTime.of(2026, 1, 1, 0, 0).with(now)));
  }

  @Test
  void aRestAtNoonIsWithinTheDay() {
    var noon = new QuietHours(80, LocalTime.of(12, 0), LocalTime.of(13, 0), 10);
    assertEquals(80, noon.brightness(LocalTime.of(11, 59)));
    assertEquals(10, noon.brightness(LocalTime.of(12, 30)));
    assertEquals(80, noon.brightness(LocalTime.of(13, 0)));
  }

  @Test
  void withoutQuietHoursItIsAlwaysTheSame() {
    assertEquals(70, QuietHours.none(70).brightness(LocalTime.MIDNIGHT));
    assertNull(QuietHours.none(70).untilChange(LocalDateTime.of(2026, 1, 1, 0, 0)));
  }
}
