package dev.deviceagent.agent.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deviceagent.codec.Fields;
import dev.deviceagent.codec.Json;
import dev.deviceagent.hal.sim.SimBoard;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tool arguments may be as long as a message; the effect and the answer are short. */
class ToolBoundsTest {
  private final Tools tools = new Tools(new SimBoard(), Map.of());

  @ParameterizedTest
  @CsvSource({
    "ControlPlayback, song, action, play",
    "ControlDevice, device, state, on",
    "ControlDevice, colour, device, light",
    "ControlDevice, color, device, light",
    "QueryDevice, type, other, x"
  })
  void aTextArgumentIsLimited(String tool, String name, String other, String value)
      throws ToolFailure {
    var arguments = Json.object().with(other, value);
    var longest = arguments.with(name, "x".repeat(1000));
    var failure = failure(tool, arguments.with(name, "x".repeat(1001)));
    assertEquals(ToolFailure.Kind.OUT_OF_RANGE, failure.kind());
    assertEquals("'" + name + "' has 1001 characters; the limit is 1000", failure.getMessage());
    if (name.equals("song")) {
      assertNotNull(tools.find(tool).check(Fields.of(longest)));
    } else {
      failure = failure(tool, longest);
      assertTrue(failure.kind() != ToolFailure.Kind.OUT_OF_RANGE, failure::getMessage);
      assertTrue(failure.getMessage().length() < 250, failure::getMessage);
    }
  }

  private ToolFailure failure(String tool, Json.Obj arguments) {
    return assertThrows(ToolFailure.class, () -> tools.find(tool).check(Fields.of(arguments)));
  }

  @Test
  void anUnknownToolIsNotQuotedWhole() {
    var failure = assertThrows(ToolFailure.class, () -> tools.find("x".repeat(65_000)));
    assertEquals(
        "this device has no tool '"
            + "x".repeat(64)
            + "…'; known here: "
            + String.join(", ", Tools.NAMES),
        failure.getMessage());
  }
}
