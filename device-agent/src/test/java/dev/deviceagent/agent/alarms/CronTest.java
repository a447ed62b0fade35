package dev.deviceagent.agent.alarms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZonedDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CronTest {
  /** A Thursday. */
  private static final ZonedDateTime START =
      ZonedDateTime.parse("2026-01-01T12:34:56+01:00[Europe/Berlin]");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 30 7 * * *       | 2026-01-02T07:30",
        "30 7 * * *         | 2026-01-02T07:30",
        "*/20 * * * * *     | 2026-01-01T12:35",
        "57 34 12 * * ?     | 2026-01-01T12:34:57",
        "0 35 12 * * *      | 2026-01-01T12:35",
        "0 0 7 * * MON-FRI  | 2026-01-02T07:00",
        "0 0 7 * * SAT,SUN  | 2026-01-03T07:00",
        "0 0 7 * * 0        | 2026-01-04T07:00",
        "0 0 7 * * 7        | 2026-01-04T07:00",
        "0 0 9-17/4 * * *   | 2026-01-01T13:00",
        "0 0 0 1 feb *      | 2026-02-01T00:00",
        "0 0 0 29 2 *       | 2028-02-29T00:00",
        "0 0 0 13 * 5       | 2026-02-13T00:00",
        "0 30 2 29 3 *      | 2026-03-29T03:30",
      })
  void nextTimeIsTheFirstThatFits(String expression, String next) {
    var found = Cron.parse(expression).orElseThrow().next(START).orElseThrow();
    assertEquals(next, found.toLocalDateTime().toString());
    assertEquals(START.getZone(), found.getZone());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0",
        "* * * *",
        "60 * * * *",
        "* 24 * * *",
        "* * 0 * *",
        "* * * 13 *",
        "* * * * 8",
        "*/0 * * * *",
        "5-1 * * * *",
        "1-2-3 * * * *",
        "x * * * *",
        ", * * * *",
        "* * * * * * *"
      })
  void whatIsNoExpressionIsNone(String expression) {
    assertTrue(Cron.parse(expression).isEmpty(), expression);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0 0 31 2 *", "0 0 30 2 *"})
  void aDayThatNeverComesIsNone(String expression) {
    assertTrue(Cron.parse(expression).orElseThrow().next(START).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-10-25T02:30+02:00[Europe/Berlin]"})
  void anHourThatComesTwiceRingsOnce(String first) {
    var cron = Cron.parse("30 2 * * *").orElseThrow();
    var next = cron.next(ZonedDateTime.parse(first)).orElseThrow();
    assertEquals("2026-10-26T02:30", next.toLocalDateTime().toString());
  }
}
