package dev.deviceagent.agent.alarms;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An alarm that is set.
 *
 * @param id unique
 * @param name its purpose; may be empty
 * @param ringsAt when it rings next, by this machine's clock
 * @param cron when it rings again, as {@link Cron} parses it; null if it rings once
 * @param isOfCloud whether the cloud has set it, so that its next list replaces it
 */
public record OwnerAlarm(
    String id, String name, Instant ringsAt, @Nullable String cron, boolean isOfCloud) {
  /** Omits the name, which a person chose. */
  @Override
  public String toString() {
    return "OwnerAlarm[id=" + id + ", ringsAt=" + ringsAt + ", cron=" + cron + "]";
  }
}
