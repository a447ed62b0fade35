package dev.deviceagent.codec;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One alarm of a cloud's alarm list.
 *
 * @param id unique in the list, text or number
 * @param name the purpose of the alarm; may be empty
 * @param sentAt the cloud's time when it sent the list; null if the list has no such time
 * @param ringsAt the next ring, by the cloud's clock; null if only {@code cron} gives it
 * @param cron the repetition as a cron expression; null if the alarm rings once
 */
public record AlarmEntry(
    String id,
    String name,
    @Nullable Instant sentAt,
    @Nullable Instant ringsAt,
    @Nullable String cron) {
  /** Omits the name, because a person chose it. */
  @Override
  public String toString() {
    return "AlarmEntry[id=" + id + ", ringsAt=" + ringsAt + "]";
  }
}
