package dev.deviceagent.agent.core;

import dev.deviceagent.agent.alarms.OwnerAlarm;
import dev.deviceagent.agent.config.Sentences;
import dev.deviceagent.agent.config.Sentences.Phrase;
import dev.deviceagent.agent.core.Announcer.Announcement;
import dev.deviceagent.agent.tools.Alarms;
import dev.deviceagent.codec.AlarmEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Rings the alarms. An alarm that is due is first recorded on the disk as rung and then rings, so a
 * killed process does not ring it again after the restart. The wall clock may be set while an alarm
 * waits, so it is read again every minute.
 */
final class AlarmClock {
  /** An alarm that is later than this, for example after a power failure, counts as missed. */
  private static final Duration LATE = Duration.ofMinutes(10);

  private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

  private final Alarms alarms;
  private final Calls calls;
  private final Announcer announcer;
  private final Sentences sentences;
  private final RemoteLog log;
  private List<OwnerAlarm> set = List.of();

  /** Alarms that are due and are now being recorded as rung. */
  private final List<OwnerAlarm> due = new ArrayList<>();

  private long lookNanos = Alarm.NEVER;

  AlarmClock(Alarms alarms, Calls calls, Announcer announcer, Sentences sentences, RemoteLog log) {
    this.alarms = alarms;
    this.calls = calls;
    this.announcer = announcer;
    this.sentences = sentences;
    this.log = log;
  }

  /** Reads the alarms that an earlier run has set. */
  void start() {
    calls.quietly(alarms.look());
  }

  /** Takes the cloud's list of alarms. */
  void replace(List<AlarmEntry> entries) {
    calls.quietly(alarms.replace(entries));
  }

  /** Takes the alarms that are set now. A due alarm that is no longer among them rings. */
  void seen(List<OwnerAlarm> now, boolean isTalking, long nanos) {
    set = now;
    for (var alarm : List.copyOf(due)) {
      if (!now.contains(alarm)) {
        due.remove(alarm);
        ring(alarm, isTalking, nanos);
      }
    }
  }

  /** The due alarms could not be recorded as rung. They ring: twice is better than never. */
  void failed(boolean isTalking, long nanos) {
    for (var alarm : due) {
      if (set.contains(alarm)) {
        ring(alarm, isTalking, nanos);
      }
    }
    set = set.stream().filter(alarm -> !due.contains(alarm)).toList();
    due.clear();
  }

  private void ring(OwnerAlarm alarm, boolean isTalking, long nanos) {
    log.info("alarm {} rings", alarm.id());
    var phrase =
        alarm.name().isBlank()
            ? Phrase.of("alarms.rings")
            : new Phrase("alarms.rings.named", Map.of("name", alarm.name()));
    announcer.announce(Announcement.ofAlarm(sentences.say(phrase)), isTalking, nanos);
  }

  void tick(Moment now) {
    var wall = now.wall();
    var wait = LOOK_AGAIN;
    boolean waits = false;
    for (var alarm : set) {
      if (due.contains(alarm)) {
        continue;
      }
      var left = Duration.between(wall, alarm.ringsAt());
      if (left.isPositive()) {
        wait = left.compareTo(wait) < 0 ? left : wait;
        waits = true;
      } else {
        isDue(alarm, wall);
      }
    }
    lookNanos = waits ? now.nanos() + wait.toNanos() : Alarm.NEVER;
  }

  private void isDue(OwnerAlarm alarm, Instant wall) {
    if (Duration.between(alarm.ringsAt(), wall).compareTo(LATE) > 0) {
      log.warn("alarm {} was missed: it was due at {}", alarm.id(), alarm.ringsAt());
      set = set.stream().filter(other -> !other.equals(alarm)).toList();
    } else {
      due.add(alarm);
    }
    calls.quietly(alarms.rang(alarm));
  }

  /** When the wall clock is next read. */
  long deadlineNanos() {
    return lookNanos;
  }
}
