package dev.deviceagent.agent.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.deviceagent.codec.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatusTextTest {
  @Test
  void aPersonIsToldAProblemALine() {
    var problems = Json.object().with("volume", "is not there").with("network", "there is none");
    var status =
        Json.object()
            .with("state", "idle")
            .with("volume", Json.object().with("percent", null))
            .with("problems", problems);
    assertEquals(
        List.of(
            "state        idle",
            "volume       percent unknown",
            "problem      volume: is not there",
            "problem      network: there is none"),
        StatusReport.lines(status));
  }
}
