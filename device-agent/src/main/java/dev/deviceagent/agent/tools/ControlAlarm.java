package dev.deviceagent.agent.tools;

import dev.deviceagent.agent.alarms.AlarmBook;
import dev.deviceagent.agent.alarms.Cron;
import dev.deviceagent.agent.alarms.OwnerAlarm;
import dev.deviceagent.agent.config.Sentences.Phrase;
import dev.deviceagent.codec.CodecException;
import dev.deviceagent.codec.Fields;
import dev.deviceagent.codec.Json;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code {"action": "set|cancel|list", "name", "time" | "seconds" | "cron", "id"}}: sets, cancels
 * and lists alarms. The answer is the resulting list, and is spoken.
 */
record ControlAlarm(Alarms alarms) implements Tool {
  static final String NAME = "ControlAlarm";

  private static final String ID = "id";
  private static final String SECONDS = "seconds";
  private static final String TIME = "time";
  private static final String CRON = "cron";
  private static final List<String> ACTIONS = List.of("set", "cancel", "list");
  private static final int SECONDS_MOST = 365 * 24 * 3600;
  private static final DateTimeFormatter SPOKEN = DateTimeFormatter.ofPattern("HH:mm");

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String description() {
    return "Sets an alarm or a timer, cancels it, or lists all that are set. It rings once, or"
        + " repeatedly with a cron expression.";
  }

  @Override
  public boolean isQuestion() {
    return true;
  }

  @Override
  public Json.Obj parameters() {
    return Arguments.schema(
        Json.object()
            .with("action", Arguments.wordSchema(ACTIONS, "the action"))
            .with(
                "name",
                Arguments.textSchema(
                    "the name of the alarm; with cancel: cancels every alarm of this name"))
            .with(TIME, Arguments.textSchema("with set: local time, 07:30 or 2026-01-31T07:30"))
            .with(
                SECONDS,
                Arguments.integerSchema(
                    1, SECONDS_MOST, "with set: the number of seconds until it rings"))
            .with(
                CRON,
                Arguments.textSchema(
                    "with set: minutes hours day-of-month month day-of-week, for an alarm that"
                        + " repeats"))
            .with(
                ID,
                Arguments.textSchema(
                    "with cancel: the id of the alarm; without id and name, cancels all")),
        List.of("action"));
  }

  @Override
  public Plan check(Fields arguments) throws ToolFailure {
    var action = Arguments.needed("action", Arguments.word(arguments, "action", ACTIONS));
    var name = Arguments.text(arguments, "name");
    return switch (action) {
      case "set" -> set(name == null ? "" : name, arguments);
      case "cancel" -> cancel(name, Arguments.text(arguments, ID));
      default -> alarms.plan(this::list);
    };
  }

  private Plan set(String name, Fields arguments) throws ToolFailure {
    var seconds = seconds(arguments);
    var time = Arguments.text(arguments, TIME);
    var cron = Arguments.text(arguments, CRON);
    if ((seconds == null ? 0 : 1) + (time == null ? 0 : 1) + (cron == null ? 0 : 1) != 1) {
      throw new ToolFailure(
          ToolFailure.Kind.BAD_ARGUMENTS, "give exactly one of 'time', 'seconds' and 'cron'");
    }
    var now = alarms.clock().instant().atZone(alarms.clock().getZone());
    var at =
        seconds != null
            ? now.plusSeconds(seconds)
            : time != null ? at(time, now) : next(Arguments.needed(CRON, cron), now);
    if (!at.isAfter(now)) {
      throw new ToolFailure(ToolFailure.Kind.OUT_OF_RANGE, "'" + TIME + "' is in the past");
    }
    return alarms.plan(book -> {
      if (book.all().size() >= AlarmBook.ALARMS_MOST) {
        throw new ToolFailure(
            ToolFailure.Kind.OUT_OF_RANGE,
            "the limit of " + AlarmBook.ALARMS_MOST + " alarms is reached");
      }
      book.set(name, at.toInstant(), cron);
      return new Phrase("alarms.set", Map.of("time", spoken(at.toInstant())));
    });
  }

  private static @Nullable Integer seconds(Fields arguments) throws ToolFailure {
    try {
      var seconds = arguments.optionalInteger(SECONDS);
      if (seconds != null && (seconds < 1 || seconds > SECONDS_MOST)) {
        throw new ToolFailure(
            ToolFailure.Kind.OUT_OF_RANGE,
            "'" + SECONDS + "' is " + seconds + " and must be from 1 to " + SECONDS_MOST);
      }
      return seconds;
    } catch (CodecException e) {
      throw ToolFailure.of(e);
    }
  }

  /** A time without a day means its next occurrence. */
  private static ZonedDateTime at(String time, ZonedDateTime now) throws ToolFailure {
    try {
      if (time.contains("T")) {
        return LocalDateTime.parse(time).atZone(now.getZone());
      }
      var today = LocalTime.parse(time).atDate(now.toLocalDate()).atZone(now.getZone());
      return today.isAfter(now) ? today : today.plusDays(1);
    } catch (DateTimeException e) {
      throw new ToolFailure(
          ToolFailure.Kind.BAD_ARGUMENTS,
          "'" + TIME + "' must be a local time such as 07:30 or 2026-01-31T07:30");
    }
  }

  private static ZonedDateTime next(String cron, ZonedDateTime now) throws ToolFailure {
    return Cron.parse(cron)
        .flatMap(parsed -> parsed.next(now))
        .orElseThrow(() ->
            new ToolFailure(
                ToolFailure.Kind.BAD_ARGUMENTS,
                "'" + CRON + "' is not a cron expression, or never rings"));
  }

  private Plan cancel(@Nullable String name, @Nullable String id) {
    return alarms.plan(book -> {
      int cancelled =
          book.cancel(alarm ->
              (id == null || alarm.id().equals(id))
                  && (name == null || alarm.name().equalsIgnoreCase(name)));
      if (cancelled == 0) {
        throw new ToolFailure(ToolFailure.Kind.NOT_FOUND, "no alarm with this id or name is set");
      }
      return Phrase.of("alarms.cancelled");
    });
  }

  private Phrase list(AlarmBook book) {
    var all = book.all();
    return all.isEmpty()
        ? Phrase.of("alarms.none")
        : new Phrase(
            "alarms.list",
            Map.of("list", all.stream().map(this::spoken).collect(Collectors.joining(", "))));
  }

  private String spoken(OwnerAlarm alarm) {
    var time = spoken(alarm.ringsAt());
    return alarm.name().isBlank() ? time : time + " " + alarm.name();
  }

  private String spoken(Instant at) {
    var now = alarms.clock().instant();
    var there = at.atZone(alarms.clock().getZone());
    return Duration.between(now, at).toDays() < 1
        ? SPOKEN.format(there)
        : there.toLocalDate() + " " + SPOKEN.format(there);
  }
}
