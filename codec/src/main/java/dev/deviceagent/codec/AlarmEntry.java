package dev.deviceagent.codec;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An alarm as a cloud lists it.
 *
 * @param id unique in the list, text or number
 * @param name what it is for; may be empty
 * @param sentAt the cloud's own time when it sent the list; null if it did not say
 * @param ringsAt when it rings next, by the cloud's clock; null if only {@code cron} says so
 * @param cron when it rings again, as a cron expression; null if it rings once
 */
public record AlarmEntry(
    String id,
    String name,
    @Nullable Instant sentAt,
    @Nullable Instant ringsAt,
    @Nullable String cron) {
  /** Without the name, which a person chose. */
  @Override
  public String toString() {
    return "AlarmEntry[id=" + id + ", ringsAt=" + ringsAt + "]";
  }
}
