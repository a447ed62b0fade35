package dev.deviceagent.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class OutcomeTest {
  @Test
  void doneHasWhatWasObserved() {
    var outcome = new Outcome.Done(Json.object().with("volume", 40).with("muted", false));
    assertEquals("{\"ok\":true,\"volume\":40,\"muted\":false}", outcome.toJson().toString());
    assertEquals("{\"ok\":true}", new Outcome.Done(Json.object()).toJson().toString());
  }

  @Test
  void failedHasItsKindAndItsReason() {
    var json = "{\"ok\":false,\"error\":\"range\",\"message\":\"volume is 0 to 100\"}";
    for (var isUnknownTool : new boolean[] {false, true}) {
      var outcome = new Outcome.Failed("range", "volume is 0 to 100", isUnknownTool);
      assertEquals(json, outcome.toJson().toString());
    }
  }
}
