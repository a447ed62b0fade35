package dev.deviceagent.agent.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.deviceagent.agent.acme.AcmeDialect;
import dev.deviceagent.codec.Dialect;
import dev.deviceagent.codec.Identity;
import dev.deviceagent.codec.dialects.Dialects;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A vendor is one package and one line in the table; no other code changes. */
class OtherDialectTest {
  private final Scenario scenario = Scenario.speaking(table(), "link: {dialect: acme}");

  /** The table with one more line. */
  private static Dialects table() {
    var all = new ArrayList<Dialect>(Dialects.of(new Identity("u", "r", "")).all());
    all.addFirst(new AcmeDialect());
    return new Dialects(all);
  }

  private static String acme(String line) {
    return "{\"acme\":\"" + line + "\"}";
  }

  @Test
  void aTalkIsSaidInIt() {
    assertEquals(List.of(acme("mode true")), scenario.said());
    scenario.hold(700);
    assertEquals(List.of(acme("talk"), acme("over")), scenario.said());
    scenario.hold(100);
    assertEquals(List.of(acme("talk"), acme("forget")), scenario.said());
  }

  @Test
  void itsSignalsAreActedOn() {
    scenario.hear("ACME SPEAKING").hear("ACME FEELS happy");
    assertEquals("speaking", scenario.state());
    assertEquals("\"happy\"", String.valueOf(scenario.status().get("emotion")));
    scenario.hear("ACME DONE").hear("ACME MODE free");
    assertEquals("idle", scenario.state());
    assertEquals("false", scenario.status("pushToTalk", "enabled"));
  }

  @Test
  void itsCallsAreAnsweredInIt() {
    scenario.said();
    scenario.hear("ACME CALL 7 SetVolume {\"volume\":30}").hear("ACME CALL 8 Fly {}");
    assertEquals("30", scenario.status("volume", "percent"));
    assertEquals(List.of(acme("did 7"), acme("failed 8")), scenario.said());
  }

  @Test
  void wordsAreSpokenInIt() {
    scenario.said();
    scenario.hear("{\"Text\":\"Dinner is ready.\",\"Type\":\"announcement\"}");
    assertEquals(List.of(acme("say Dinner is ready.")), scenario.said());
  }
}
