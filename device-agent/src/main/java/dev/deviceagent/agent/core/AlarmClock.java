package dev.deviceagent.agent.core;

import dev.deviceagent.agent.alarms.OwnerAlarm;
import dev.deviceagent.agent.config.Sentences;
import dev.deviceagent.agent.config.Sentences.Phrase;
import dev.deviceagent.agent.core.Announcer.Announcement;
import dev.deviceagent.agent.tools.Alarms;
import dev.deviceagent.codec.AlarmEntry;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rings the alarms. An alarm that is due is first recorded on the disk as rung and then rings, so a
 * killed process does not ring it again after the restart. The wall clock may be set while an alarm
 * waits, so it is read again every minute.
 */
final class AlarmClock {
  /** An alarm that is later than this, for example after a power failure, counts as missed. */
  private static final Duration LATE = Duration.ofMinutes(10);

  private static final Duration READ_CLOCK_AGAIN = Duration.ofMinutes(1);

  /** A disk that hangs does not silence an alarm: it rings after this time at the latest. */
  private static final Duration RECORDING = Duration.ofSeconds(5);

  /** Each list is written to the disk, so lists that come faster are merged to the newest one. */
  private static final Duration LISTS_APART = Duration.ofSeconds(5);

  private final Alarms alarms;
  private final Calls calls;
  private final Announcer announcer;
  private final Sentences sentences;
  private final RemoteLog log;
  private List<OwnerAlarm> set = List.of();

  /** Alarms that are due and are now being recorded as rung, and until when that may take. */
  private final Map<OwnerAlarm, Long> due = new LinkedHashMap<>();

  /** The newest list of the cloud, while it waits for its turn. */
  private @Nullable List<AlarmEntry> waiting;

  private final Alarm pace = new Alarm();

  private long clockNanos = Alarm.NEVER;

  AlarmClock(Alarms alarms, Calls calls, Announcer announcer, Sentences sentences, RemoteLog log) {
    this.alarms = alarms;
    this.calls = calls;
    this.announcer = announcer;
    this.sentences = sentences;
    this.log = log;
  }

  /** Reads the alarms that an earlier run has set. */
  void start() {
    calls.quietly(alarms.observe());
  }

  /** Takes the cloud's list of alarms; lists in quick succession are merged to the newest one. */
  void replace(List<AlarmEntry> entries, long nanos) {
    waiting = entries;
    takeList(nanos);
  }

  private void takeList(long nanos) {
    if (waiting != null && !pace.isSet()) {
      calls.quietly(alarms.replace(waiting));
      waiting = null;
      pace.set(nanos, LISTS_APART);
    }
  }

  /** Takes the alarms that are set now. A due alarm that is no longer among them rings. */
  void seen(List<OwnerAlarm> now, boolean isTalking, long nanos) {
    set = now;
    for (var alarm : List.copyOf(due.keySet())) {
      if (!now.contains(alarm)) {
        due.remove(alarm);
        ring(alarm, isTalking, nanos);
      }
    }
  }

  /** The due alarms could not be recorded as rung. They ring: twice is better than never. */
  void failed(boolean isTalking, long nanos) {
    List.copyOf(due.keySet()).forEach(alarm -> ringUnrecorded(alarm, isTalking, nanos));
  }

  private void ringUnrecorded(OwnerAlarm alarm, boolean isTalking, long nanos) {
    due.remove(alarm);
    set = set.stream().filter(other -> !other.equals(alarm)).toList();
    ring(alarm, isTalking, nanos);
  }

  private void ring(OwnerAlarm alarm, boolean isTalking, long nanos) {
    log.info("alarm {} rings", alarm.id());
    var phrase =
        alarm.name().isBlank()
            ? Phrase.of("alarms.rings")
            : new Phrase("alarms.rings.named", Map.of("name", alarm.name()));
    announcer.announce(Announcement.ofAlarm(sentences.say(phrase)), isTalking, nanos);
  }

  void tick(Moment now, boolean isTalking) {
    pace.rings(now.nanos());
    takeList(now.nanos());
    for (var entry : List.copyOf(due.entrySet())) {
      if (now.nanos() >= entry.getValue()) {
        ringUnrecorded(entry.getKey(), isTalking, now.nanos());
      }
    }
    var wall = now.wall();
    var wait = READ_CLOCK_AGAIN;
    boolean waits = false;
    for (var alarm : set) {
      if (due.containsKey(alarm)) {
        continue;
      }
      var left = Duration.between(wall, alarm.ringsAt());
      if (left.isPositive()) {
        wait = left.compareTo(wait) < 0 ? left : wait;
        waits = true;
      } else {
        isDue(alarm, now);
      }
    }
    clockNanos = waits ? now.nanos() + wait.toNanos() : Alarm.NEVER;
  }

  private void isDue(OwnerAlarm alarm, Moment now) {
    if (Duration.between(alarm.ringsAt(), now.wall()).compareTo(LATE) > 0) {
      log.warn("alarm {} was missed: it was due at {}", alarm.id(), alarm.ringsAt());
      set = set.stream().filter(other -> !other.equals(alarm)).toList();
    } else {
      due.put(alarm, now.nanos() + RECORDING.toNanos());
    }
    calls.quietly(alarms.rang(alarm));
  }

  /** When {@link #tick} is next needed. */
  long deadlineNanos() {
    long next = Math.min(clockNanos, pace.atNanos());
    for (long until : due.values()) {
      next = Math.min(next, until);
    }
    return next;
  }
}
