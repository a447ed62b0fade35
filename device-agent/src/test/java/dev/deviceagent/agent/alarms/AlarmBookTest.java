package dev.deviceagent.agent.alarms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.deviceagent.codec.AlarmEntry;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AlarmBookTest {
  private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  private @Nullable String text;
  private final AlarmBook.File file =
      new AlarmBook.File() {
        @Override
        public @Nullable String read() {
          return text;
        }

        @Override
        public void write(String written) {
          text = written;
        }
      };
  private final AlarmBook book = new AlarmBook(CLOCK, file);

  private static AlarmEntry entry(String id, @Nullable Instant sent, @Nullable Instant at) {
    return new AlarmEntry(id, "tea", sent, at, null);
  }

  @Test
  void whatIsSetIsReadAgain() throws IOException {
    book.set("tea", NOW.plusSeconds(60), null);
    book.replace(List.of(entry("7", null, NOW.plusSeconds(30))));
    assertEquals(book.all(), new AlarmBook(CLOCK, file).all());
    assertEquals(List.of("7", "own-1"), book.all().stream().map(OwnerAlarm::id).toList());
  }

  @Test
  void aSpoiltFileIsNoAlarm() {
    for (var spoilt : List.of("", "{", "{\"alarms\":7}", "{\"alarms\":[{\"id\":\"1\"}]}")) {
      text = spoilt;
      assertEquals(List.of(), new AlarmBook(CLOCK, file).all(), spoilt);
    }
  }

  @Test
  void theCloudsOwnClockDecidesHowLongItIs() throws IOException {
    var cloud = Instant.parse("2030-05-05T00:00:00Z");
    book.replace(List.of(entry("7", cloud, cloud.plusSeconds(90))));
    assertEquals(NOW.plusSeconds(90), book.all().getFirst().ringsAt());
  }

  @Test
  void oneOfTheCloudThatIsOverIsLeftOut() throws IOException {
    book.replace(List.of(entry("7", null, NOW.minusSeconds(1)), entry("8", null, null)));
    assertEquals(List.of(), book.all());
  }

  @Test
  void theOwnersStayWhenTheCloudListsIts() throws IOException {
    book.set("own", NOW.plusSeconds(60), null);
    book.replace(List.of(entry("7", null, NOW.plusSeconds(30))));
    book.replace(List.of());
    assertEquals(List.of("own"), book.all().stream().map(OwnerAlarm::name).toList());
  }

  @Test
  void noMoreThanSoManyAlarmsAreSet() throws IOException {
    var entries = new ArrayList<AlarmEntry>();
    for (int i = AlarmBook.ALARMS_MOST; i >= 0; i--) {
      entries.add(entry("" + i, null, NOW.plusSeconds(60 + i)));
    }
    book.replace(entries);
    assertThrows(IOException.class, () -> book.set("one more", NOW.plusSeconds(1), null));
    assertEquals(AlarmBook.ALARMS_MOST, book.all().size());
    assertEquals("0", book.all().getFirst().id(), "the last one is left out, not the next one");
  }

  @Test
  void whatIsNoCronExpressionIsNotKept() throws IOException {
    var at = NOW.plusSeconds(30);
    book.replace(List.of(new AlarmEntry("7", "", null, at, "now and then")));
    assertNull(book.all().getFirst().cron());
    book.replace(List.of(new AlarmEntry("8", "", null, at, "0 30 7 * * *")));
    assertEquals("0 30 7 * * *", book.all().getFirst().cron());
  }

  @Test
  void aLongNameIsCutAndNotSpokenForMinutes() throws IOException {
    book.set("\uD83D\uDE00".repeat(500), NOW.plusSeconds(60), null);
    assertEquals(200, book.all().getFirst().name().codePointCount(0, 400));
  }
}
