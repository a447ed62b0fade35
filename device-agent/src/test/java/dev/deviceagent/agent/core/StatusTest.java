package dev.deviceagent.agent.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deviceagent.agent.tools.Lane;
import dev.deviceagent.agent.tools.Reading;
import dev.deviceagent.agent.view.State;
import dev.deviceagent.codec.Json;
import dev.deviceagent.hal.Battery;
import dev.deviceagent.hal.Light;
import dev.deviceagent.hal.Network;
import dev.deviceagent.hal.Player;
import dev.deviceagent.hal.Power;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

/** The exact text of the status. */
class StatusTest {
  private static String lines(String... parts) {
    return "{" + String.join(",", parts) + "}";
  }

  @Test
  void whatIsUnknownIsNull() {
    var fresh = new Scenario("", false, false);
    assertEquals(
        lines(
            "\"state\":\"starting\"",
            "\"link\":{\"kind\":\"bridge\",\"joined\":false,\"since\":null,\"reason\":null}",
            "\"pushToTalk\":{\"enabled\":true,\"talking\":false}",
            "\"microphone\":{\"open\":null,\"mutedByOwner\":false}",
            "\"volume\":{\"percent\":null}",
            "\"playback\":{\"state\":null,\"title\":null}",
            "\"lights\":{\"light\":null}",
            "\"battery\":{\"percent\":null,\"charging\":null}",
            "\"emotion\":null",
            "\"leds\":null",
            "\"counters\":{\"messagesIn\":0,\"messagesRejected\":0,\"framesOut\":0,"
                + "\"toolCalls\":0,\"toolFailures\":0}"),
        fresh.status().toString());
  }

  @Test
  void whatIsKnownIsTold() {
    var scenario = Scenario.joined();
    scenario.accept(new Input.Seen(new Reading.OfVolume(80)));
    scenario.accept(
        new Input.Seen(new Reading.OfPlayback(new Player.Playback(Player.Mode.PAUSED, "Aria"))));
    scenario.accept(
        new Input.Seen(new Reading.OfLights(Map.of("light", new Light.State(true, 40, null)))));
    scenario.accept(new Input.Seen(new Reading.OfBattery(new Battery.Charge(76, false))));
    scenario.hear(Heard.aiCall(1014, Heard.object("emotion", "happy")));
    assertEquals(
        lines(
            "\"state\":\"idle\"",
            "\"link\":{\"kind\":\"bridge\",\"joined\":true,"
                + "\"since\":\"2026-01-01T00:00:00Z\",\"reason\":null}",
            "\"pushToTalk\":{\"enabled\":true,\"talking\":false}",
            "\"microphone\":{\"open\":false,\"mutedByOwner\":false}",
            "\"volume\":{\"percent\":80}",
            "\"playback\":{\"state\":\"paused\",\"title\":\"Aria\"}",
            "\"lights\":{\"light\":\"on\"}",
            "\"battery\":{\"percent\":76,\"charging\":false}",
            "\"emotion\":\"happy\"",
            "\"leds\":null",
            "\"counters\":{\"messagesIn\":1,\"messagesRejected\":0,\"framesOut\":2,"
                + "\"toolCalls\":0,\"toolFailures\":0}"),
        scenario.status().toString());
  }

  @Test
  void whatCanNoLongerBeReadIsNullAgain() {
    var scenario = Scenario.joined();
    scenario.accept(
        new Input.Seen(new Reading.OfLights(Map.of("light", new Light.State(true, 40, null)))));
    scenario.accept(new Input.Seen(new Reading.OfLights(null)));
    scenario.accept(new Input.Seen(new Reading.OfVolume(80)));
    scenario.accept(new Input.Seen(new Reading.OfVolume(null)));
    assertEquals(Json.of(Map.of("percent", Json.NULL)), scenario.status().get("volume"));
    assertEquals(Json.of(Map.of("light", Json.NULL)), scenario.status().get("lights"));
  }

  @Test
  void whatIsMissingIsNamedWithItsCauseUntilItIsBack() {
    var scenario = Scenario.joined();
    assertNull(scenario.status().get("problems"));
    scenario.accept(new Input.Seen(new Reading.OfVolume(80)));
    scenario.accept(new Input.Failed(Lane.VOLUME, "alsa:Device: is not there; plug it in"));
    scenario.accept(
        new Input.Seen(new Reading.OfNetwork(new Network.Connection(false, null, null))));
    assertEquals("null", scenario.status("volume", "percent"));
    assertEquals(
        "\"alsa:Device: is not there; plug it in\"", scenario.status("problems", "volume"));
    assertTrue(scenario.status("problems", "network").contains("no network"));
    scenario.accept(new Input.Seen(new Reading.OfVolume(80)));
    scenario.accept(
        new Input.Seen(new Reading.OfNetwork(new Network.Connection(true, "eth0", "10.0.0.7"))));
    assertNull(scenario.status().get("problems"));
  }

  @Test
  void aMicrophoneThatIsNotThereIsAProblem() {
    var scenario = Scenario.joined();
    scenario.microphone(RecordedActuators.Answer.UNREADABLE).press();
    assertEquals("\"is gone\"", scenario.status("problems", "microphone"));
  }

  @Test
  void whatOnlyTheBoardKnowsIsAddedToTheProblems() {
    var deaf = problem("button.talk", "is deaf");
    var scenario = Scenario.joined();
    var healthy = scenario.snapshot();
    assertEquals(
        "{\"button.talk\":\"is deaf\"}",
        String.valueOf(healthy.withUnusable(deaf).toJson().get("problems")));
    scenario.accept(new Input.Failed(Lane.VOLUME, "is gone"));
    scenario.accept(new Input.Failed(Lane.BATTERY, "is empty"));
    assertEquals(
        "{\"volume\":\"is gone\",\"battery\":\"is empty\",\"button.talk\":\"is deaf\"}",
        String.valueOf(scenario.snapshot().withUnusable(deaf).toJson().get("problems")));
    assertEquals(healthy.toJson(), healthy.withUnusable(new LinkedHashMap<>()).toJson());
  }

  /**
   * Scripts may rely on the order of members, although JSON defines none: if the core knows of no
   * problem, the board's problems come last.
   */
  @Test
  void problemsHaveTheirPlace() {
    var scenario = Scenario.joined();
    var deaf = problem("button.talk", "is deaf");
    assertEquals("problems", members(scenario.snapshot().withUnusable(deaf)).getLast());
    scenario.accept(new Input.Failed(Lane.VOLUME, "is gone"));
    assertEquals(
        List.of("battery", "problems", "emotion"),
        members(scenario.snapshot().withUnusable(deaf)).subList(7, 10));
  }

  private static SequencedMap<String, String> problem(String name, String problem) {
    return new LinkedHashMap<>(Map.of(name, problem));
  }

  private static List<String> members(Status status) {
    return List.copyOf(status.toJson().members().keySet());
  }

  @Test
  void thePixelsAreAddedInTheirPlace() {
    var status = Scenario.joined().snapshot();
    var withLeds = status.withLeds(List.of("#102030"));
    assertEquals(
        status.toJson().toString().replace("\"leds\":null", "\"leds\":[\"#102030\"]"),
        withLeds.toJson().toString());
    assertEquals(status, withLeds.withLeds(null));
    assertNotEquals(status, withLeds);
  }

  @Test
  void theSameOnceMoreIsEqual() {
    var scenario = Scenario.joined();
    scenario.accept(new Input.Seen(new Reading.OfVolume(80)));
    var before = scenario.snapshot();
    scenario.accept(new Input.Seen(new Reading.OfVolume(80)));
    assertEquals(before, scenario.snapshot());
    scenario.accept(new Input.Seen(new Reading.OfVolume(81)));
    assertNotEquals(before, scenario.snapshot());
  }

  @Test
  void aGaugeThatKnowsHalfTellsHalf() {
    var scenario = Scenario.joined();
    scenario.accept(new Input.Seen(new Reading.OfBattery(new Battery.Charge(null, true))));
    assertEquals("null", scenario.status("battery", "percent"));
    assertEquals("true", scenario.status("battery", "charging"));
  }

  @Test
  void theSupplyIsToldOfOnlyWhereTheFirmwareTells() {
    var scenario = Scenario.joined();
    assertNull(scenario.status().get("power"));
    scenario.accept(new Input.Seen(new Reading.OfPower(new Power.Supply(true, null))));
    assertEquals(
        "{\"underVoltage\":true,\"throttled\":null}",
        String.valueOf(scenario.status().get("power")));
  }

  @Test
  void theLinkSaysSinceWhenAndWhyItIsDown() {
    var scenario = Scenario.joined();
    scenario.millis(90_000).left();
    assertEquals(
        "{\"kind\":\"bridge\",\"joined\":false,\"since\":\"2026-01-01T00:01:30Z\","
            + "\"reason\":\"the room was closed\"}",
        String.valueOf(scenario.status().get("link")));
    scenario.millis(30_000).accept(new Input.Joined());
    assertEquals(
        "{\"kind\":\"bridge\",\"joined\":true,\"since\":\"2026-01-01T00:02:00Z\",\"reason\":null}",
        String.valueOf(scenario.status().get("link")));
  }

  @Test
  void aLongReasonIsCutAndATimeIsToTheSecond() {
    var scenario = Scenario.joined();
    scenario.millis(90_999).accept(new Input.Left("x".repeat(201)));
    assertEquals("\"2026-01-01T00:01:30Z\"", scenario.status("link", "since"));
    assertEquals("\"" + "x".repeat(200) + "…\"", scenario.status("link", "reason"));
    scenario.accept(new Input.Joined()).accept(new Input.Left("x".repeat(200)));
    assertEquals("\"" + "x".repeat(200) + "\"", scenario.status("link", "reason"));
  }

  @Test
  void theStateIsAlwaysOneOfSeven() {
    assertEquals(
        List.of("starting", "offline", "idle", "listening", "thinking", "speaking", "error"),
        List.of(State.values()).stream().map(State::word).toList());
  }
}
