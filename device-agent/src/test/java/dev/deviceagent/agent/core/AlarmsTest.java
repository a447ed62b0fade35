package dev.deviceagent.agent.core;

import static dev.deviceagent.agent.core.Heard.call;
import static dev.deviceagent.agent.core.Heard.object;
import static dev.deviceagent.agent.core.Heard.volcTool;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deviceagent.agent.tools.Lane;
import dev.deviceagent.codec.Json;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import org.junit.jupiter.api.Test;

/** Alarms of the cloud and of the tool ring once and on time, whatever happens before. */
class AlarmsTest {
  private static final String AT = "link: {speak: volcengine}";

  private final Scenario scenario = Scenario.joined(AT);

  private static Json.Obj alarm(int id, long inSeconds) {
    return Json.object()
        .with("id", id)
        .with("name", "tea")
        .with("currentTs", 1_700_000_000L)
        .with("nextTriggerTs", 1_700_000_000L + inSeconds)
        .with("status", 1)
        .with("alarmType", 1)
        .with("cronExpression", "");
  }

  private static String listed(Json.Obj... alarms) {
    return "agentEvent\0"
        + Json.object()
            .with(
                "agentEventPayload",
                Json.object()
                    .with("eventType", "alarm")
                    .with("params", Json.object().with("alarms", Arrays.asList(alarms))));
  }

  private int rings() {
    return Collections.frequency(scenario.actuators.log, "ring");
  }

  private static Scenario restarted(Scenario before) {
    var after = new Scenario(AT, false, false);
    after.actuators.alarms.text = before.actuators.alarms.text();
    return after.ready().join();
  }

  private String set(String name, Object value) {
    scenario.hear(volcTool(call("x", "ControlAlarm", object("action", "set").with(name, value))));
    return String.join("", scenario.said());
  }

  @Test
  void anAlarmOfTheCloudRingsOnceAndIsSpoken() {
    scenario.hear(listed(alarm(1, 90)));
    scenario.millis(89_000);
    assertEquals(0, rings());
    scenario.said();
    scenario.millis(2_000);
    assertEquals(1, rings());
    assertTrue(String.join("", scenario.said()).contains("Your alarm: tea."));
    scenario.advance(Duration.ofHours(1));
    assertEquals(1, rings());
  }

  @Test
  void aListReplacesTheOneBefore() {
    scenario.hear(listed(alarm(1, 60), alarm(2, 120))).millis(6_000);
    scenario.hear(listed(alarm(2, 120)));
    scenario.millis(100_000);
    assertEquals(0, rings());
    scenario.millis(30_000);
    assertEquals(1, rings());
  }

  @Test
  void itSurvivesAKillAndRingsOnce() {
    scenario.hear(listed(alarm(1, 60)));
    var next = restarted(scenario);
    next.millis(61_000);
    assertEquals(1, Collections.frequency(next.actuators.log, "ring"));
    var last = restarted(next);
    last.advance(Duration.ofHours(1));
    assertEquals(0, Collections.frequency(last.actuators.log, "ring"));
  }

  @Test
  void oneThatRangIsOnTheDiskBeforeItRings() {
    scenario.hear(listed(alarm(1, 60)));
    assertTrue(scenario.actuators.alarms.text().contains("tea"));
    scenario.millis(61_000);
    assertFalse(scenario.actuators.alarms.text().contains("tea"));
  }

  @Test
  void aFullDiskDoesNotSilenceIt() {
    scenario.hear(listed(alarm(1, 60)));
    scenario.actuators.alarms.isFull = true;
    scenario.advance(Duration.ofMinutes(5));
    assertEquals(1, rings());
  }

  @Test
  void aDiskThatHangsDoesNotSilenceIt() {
    scenario.hear(listed(alarm(1, 60)));
    scenario.slow(Lane.ALARMS).millis(61_000);
    assertEquals(0, rings());
    scenario.millis(5_000);
    assertEquals(1, rings());
    scenario.release(Lane.ALARMS).advance(Duration.ofMinutes(5));
    assertEquals(1, rings());
  }

  @Test
  void listsInQuickSuccessionAreWrittenOnceAndTheNewestCounts() {
    long before = runs();
    for (int i = 1; i <= 1_000; i++) {
      scenario.hear(listed(alarm(i, 600)));
    }
    assertEquals(1, runs() - before);
    scenario.advance(Duration.ofSeconds(6));
    assertEquals(2, runs() - before);
    assertTrue(scenario.actuators.alarms.text().contains("\"1000\""));
  }

  private long runs() {
    return scenario.actuators.log.stream().filter(line -> line.startsWith("run ")).count();
  }

  @Test
  void oneThatWouldRingEverySecondRingsOnceAMinute() {
    scenario.hear(listed(alarm(1, 60).with("alarmType", 2).with("cronExpression", "* * * * * *")));
    scenario.millis(61_000);
    assertEquals(1, rings());
    scenario.advance(Duration.ofMinutes(10));
    assertEquals(11, rings());
  }

  @Test
  void aCronExpressionRingsAgain() {
    var daily = alarm(1, 60).with("alarmType", 2).with("cronExpression", "0 30 7 * * *");
    scenario.hear(listed(daily));
    scenario.millis(61_000);
    assertEquals(1, rings());
    scenario.advance(Duration.ofHours(7).plusMinutes(31));
    assertEquals(2, rings());
    scenario.advance(Duration.ofDays(1));
    assertEquals(3, rings());
  }

  @Test
  void oneThatIsLongOverIsMissed() {
    scenario.hear(listed(alarm(1, 60)));
    var late = new Scenario(AT, false, false);
    late.actuators.alarms.text =
        scenario.actuators.alarms.text().replaceAll("2026-01-01T", "2025-12-31T");
    late.ready().join().advance(Duration.ofHours(1));
    assertEquals(0, Collections.frequency(late.actuators.log, "ring"));
    assertFalse(late.actuators.alarms.text().contains("tea"));
  }

  @Test
  void itWaitsForATalkAndIsNotDroppedByATap() {
    scenario.hear(listed(alarm(1, 60)));
    scenario.millis(59_900).press().millis(200);
    assertEquals(0, rings());
    scenario.release();
    assertEquals(1, rings());
  }

  @Test
  void theToolSetsListsAndCancels() {
    assertTrue(set("seconds", 300).contains("own-1"));
    assertTrue(set("time", "07:30").contains("2026-01-01T07:30Z"));
    scenario.hear(
        volcTool(call("c", "ControlAlarm", object("action", "cancel").with("id", "own-1"))));
    var left = String.join("", scenario.said());
    assertTrue(left.contains("own-2") && !left.contains("own-1"), left);
    scenario.advance(Duration.ofHours(8));
    assertEquals(1, rings());
    scenario.hear(volcTool(call("l", "ControlAlarm", object("action", "list"))));
    assertTrue(String.join("", scenario.said()).contains("\\\"alarms\\\":[]"));
  }

  @Test
  void whatCannotRingIsRefused() {
    assertTrue(set("seconds", 0).contains("out_of_range"));
    assertTrue(set("time", "25:00").contains("bad_arguments"));
    assertTrue(set("time", "2020-01-01T00:00").contains("out_of_range"));
    assertTrue(set("cron", "now and then").contains("bad_arguments"));
    assertTrue(set("name", "tea").contains("bad_arguments"));
  }

  @Test
  void noAlarmWakesNobody() {
    scenario.advance(Duration.ofMinutes(5));
    assertEquals(Alarm.NEVER, scenario.core.deadlineNanos());
    scenario.hear(listed(alarm(1, 3600)));
    assertTrue(scenario.core.deadlineNanos() < Alarm.NEVER);
  }

  @Test
  void spokenAnswersAreGivenWhereTheChannelHasNoOther() {
    var nertc = Scenario.joined("link: {dialect: nertc}");
    nertc.hear(Heard.nertcTool(call("1", "ControlAlarm", object("action", "list"))));
    assertTrue(String.join("", nertc.said()).contains("No alarm is set."));
  }
}
