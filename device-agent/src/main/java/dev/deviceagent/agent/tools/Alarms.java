package dev.deviceagent.agent.tools;

import dev.deviceagent.agent.alarms.AlarmBook;
import dev.deviceagent.agent.alarms.OwnerAlarm;
import dev.deviceagent.agent.config.Sentences.Phrase;
import dev.deviceagent.codec.AlarmEntry;
import dev.deviceagent.codec.Json;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The operations on the alarms, each as a plan for their lane. */
public record Alarms(AlarmBook book) {
  /** A change to the alarm book, on its lane. */
  interface Change {
    @Nullable Phrase in(AlarmBook book) throws IOException, ToolFailure;
  }

  /** Reads which alarms are set. */
  public Plan observe() {
    return plan(_ -> null);
  }

  /** Replaces the cloud's previous list. */
  public Plan replace(List<AlarmEntry> entries) {
    return plan(book -> {
      book.replace(entries);
      return null;
    });
  }

  /** The alarm has rung, or was missed. */
  public Plan rang(OwnerAlarm alarm) {
    return plan(book -> {
      book.rang(alarm);
      return null;
    });
  }

  Clock clock() {
    return book.clock();
  }

  Plan plan(Change change) {
    return new Plan(
        Lane.ALARMS,
        false,
        _ -> {
          try {
            var phrase = change.in(book);
            return new Observation(new Reading.OfAlarms(book.all()), toJson(), phrase);
          } catch (IOException e) {
            throw new ToolFailure(
                ToolFailure.Kind.DEVICE_FAILED,
                "the alarms cannot be saved: " + e.getMessage() + "; check state.directory");
          }
        });
  }

  private Json.Obj toJson() {
    return Json.object()
        .with(
            "alarms",
            book.all().stream()
                .map(alarm ->
                    Json.object()
                        .with("id", alarm.id())
                        .with("name", alarm.name())
                        .with(
                            "time",
                            alarm.ringsAt().atZone(clock().getZone()).toOffsetDateTime().toString())
                        .withOptional("cron", alarm.cron()))
                .toList());
  }
}
