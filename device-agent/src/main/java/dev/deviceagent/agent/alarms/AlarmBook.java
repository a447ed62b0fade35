package dev.deviceagent.agent.alarms;

import dev.deviceagent.codec.AlarmEntry;
import dev.deviceagent.codec.CodecException;
import dev.deviceagent.codec.Fields;
import dev.deviceagent.codec.Json;
import dev.deviceagent.codec.JsonReader;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/**
 * The set of alarms, stored over restarts. Every change is on the disk when its method returns. For
 * one thread, the alarms' lane.
 */
public final class AlarmBook {
  /** Far more than any owner sets. */
  public static final int ALARMS_MOST = 64;

  private static final int NAME_CHARACTERS = 200;
  private static final int CRON_CHARACTERS = 200;

  /** Each ring is written to the disk, so an alarm rings once a minute at most. */
  private static final Duration RINGS_APART = Duration.ofSeconds(59);

  /** Where the alarms are stored. */
  public interface File {
    /** The text that was written last; null if there is none or it cannot be read. */
    @Nullable String read();

    void write(String text) throws IOException;
  }

  private final Clock clock;
  private final File file;
  private @Nullable List<OwnerAlarm> alarms;

  /**
   * @param clock the time of day and the zone of the owner
   */
  public AlarmBook(Clock clock, File file) {
    this.clock = clock;
    this.file = file;
  }

  /** A book that stores nothing over a restart. */
  public static AlarmBook inMemory(Clock clock) {
    return new AlarmBook(
        clock,
        new File() {
          @Override
          public @Nullable String read() {
            return null;
          }

          @Override
          public void write(String text) {
            // Nothing is stored.
          }
        });
  }

  public Clock clock() {
    return clock;
  }

  /** All alarms that are set, the next one first. */
  public List<OwnerAlarm> all() {
    var known = alarms;
    if (known == null) {
      known = read();
      alarms = known;
    }
    return known;
  }

  /** Replaces the cloud's previous list. Alarms whose time has passed are omitted. */
  public void replace(List<AlarmEntry> entries) throws IOException {
    var next = new ArrayList<>(all());
    next.removeIf(OwnerAlarm::isOfCloud);
    var now = clock.instant();
    for (var entry : entries) {
      ringsAt(entry, now)
          .ifPresentOrElse(
              at ->
                  next.add(
                      new OwnerAlarm(
                          entry.id(), name(entry.name()), at, readable(entry.cron()), true)),
              () ->
                  Logger.info("alarm {} of the cloud is ignored: it will never ring", entry.id()));
    }
    keep(soonest(next));
  }

  private static List<OwnerAlarm> soonest(List<OwnerAlarm> alarms) {
    if (alarms.size() > ALARMS_MOST) {
      Logger.warn(
          "{} alarms exceed the limit: only the next {} are set", alarms.size(), ALARMS_MOST);
    }
    return alarms.stream()
        .sorted(Comparator.comparing(OwnerAlarm::ringsAt))
        .limit(ALARMS_MOST)
        .toList();
  }

  /**
   * The cloud's clock may differ from ours, so only the time from its clock to the alarm counts.
   */
  private Optional<Instant> ringsAt(AlarmEntry entry, Instant now) {
    var at = entry.ringsAt();
    if (at != null && entry.sentAt() != null) {
      at = now.plus(Duration.between(entry.sentAt(), at));
    }
    return at != null && at.isAfter(now)
        ? Optional.of(at)
        : next(readable(entry.cron()), Duration.ZERO);
  }

  /** The cron expression if it is valid; else null, and the alarm rings once. */
  private static @Nullable String readable(@Nullable String cron) {
    return cron != null && cron.length() <= CRON_CHARACTERS && Cron.parse(cron).isPresent()
        ? cron
        : null;
  }

  private Optional<Instant> next(@Nullable String cron, Duration later) {
    return cron == null
        ? Optional.empty()
        : Cron.parse(cron)
            .flatMap(parsed -> parsed.next(clock.instant().plus(later).atZone(clock.getZone())))
            .map(ZonedDateTime::toInstant);
  }

  /** Adds an alarm. */
  public OwnerAlarm set(String name, Instant ringsAt, @Nullable String cron) throws IOException {
    int number = 1;
    while (find("own-" + number).isPresent()) {
      number++;
    }
    var alarm = new OwnerAlarm("own-" + number, name(name), ringsAt, cron, false);
    var next = new ArrayList<>(all());
    next.add(alarm);
    keep(next);
    return alarm;
  }

  private Optional<OwnerAlarm> find(String id) {
    return all().stream().filter(alarm -> alarm.id().equals(id)).findFirst();
  }

  /**
   * Cancels alarms.
   *
   * @return how many
   */
  public int cancel(Predicate<OwnerAlarm> which) throws IOException {
    var next = new ArrayList<>(all());
    int before = next.size();
    next.removeIf(which);
    if (next.size() < before) {
      keep(next);
    }
    return before - next.size();
  }

  /** An alarm has rung, or was missed: removes it, or sets its next time by its cron expression. */
  public void rang(OwnerAlarm alarm) throws IOException {
    var next = new ArrayList<>(all());
    if (next.remove(alarm)) {
      next(alarm.cron(), RINGS_APART)
          .ifPresent(at ->
              next.add(
                  new OwnerAlarm(alarm.id(), alarm.name(), at, alarm.cron(), alarm.isOfCloud())));
      keep(next);
    }
  }

  private static String name(String name) {
    return name.codePointCount(0, name.length()) <= NAME_CHARACTERS
        ? name
        : name.substring(0, name.offsetByCodePoints(0, NAME_CHARACTERS));
  }

  private void keep(List<OwnerAlarm> next) throws IOException {
    if (next.size() > ALARMS_MOST) {
      throw new IOException("more than " + ALARMS_MOST + " alarms");
    }
    var sorted = next.stream().sorted(Comparator.comparing(OwnerAlarm::ringsAt)).toList();
    file.write(toJson(sorted).toString());
    alarms = sorted;
  }

  /** {@code {"alarms": [{"id", "name", "at", "cron"?, "cloud"}]}}, times in UTC. */
  static Json.Obj toJson(List<OwnerAlarm> alarms) {
    return Json.object()
        .with(
            "alarms",
            alarms.stream()
                .map(alarm ->
                    Json.object()
                        .with("id", alarm.id())
                        .with("name", alarm.name())
                        .with("at", alarm.ringsAt().toString())
                        .withOptional("cron", alarm.cron())
                        .with("cloud", alarm.isOfCloud()))
                .toList());
  }

  private List<OwnerAlarm> read() {
    var text = file.read();
    if (text == null) {
      return List.of();
    }
    try {
      var read = new ArrayList<OwnerAlarm>();
      for (var alarm : Fields.of(JsonReader.object(text)).objects("alarms", ALARMS_MOST)) {
        read.add(
            new OwnerAlarm(
                alarm.text("id"),
                alarm.text("name"),
                Instant.parse(alarm.text("at")),
                alarm.optionalText("cron"),
                alarm.truth("cloud")));
      }
      return List.copyOf(read);
    } catch (CodecException | DateTimeParseException e) {
      Logger.error("the saved alarms are damaged and lost: {}", e.getMessage());
      return List.of();
    }
  }
}
