package dev.deviceagent.agent.view;

import static dev.deviceagent.agent.view.Indication.ANNOUNCEMENT;
import static dev.deviceagent.agent.view.Indication.BATTERY_LOW;
import static dev.deviceagent.agent.view.Indication.EMOTION;
import static dev.deviceagent.agent.view.Indication.IDLE;
import static dev.deviceagent.agent.view.Indication.INTERRUPTED;
import static dev.deviceagent.agent.view.Indication.LISTENING;
import static dev.deviceagent.agent.view.Indication.MICROPHONE_OPEN;
import static dev.deviceagent.agent.view.Indication.MUTE;
import static dev.deviceagent.agent.view.Indication.OFFLINE_BRIDGE;
import static dev.deviceagent.agent.view.Indication.OFFLINE_ROOM;
import static dev.deviceagent.agent.view.Indication.REFUSED;
import static dev.deviceagent.agent.view.Indication.TALKING;
import static dev.deviceagent.agent.view.Indication.VOLUME;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deviceagent.hal.Colour;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class IndicationTest {
  /** The order of the design: microphone, mute, error and offline, talking, speech, emotion. */
  @Test
  void theHighestPriorityIsFirst() {
    var all =
        ViewState.in(State.LISTENING)
            .microphoneOpen(true)
            .muted(true)
            .talking(true)
            .refused(true)
            .announcement(Colour.of(0xFFB000))
            .emotion("happy")
            .lamp(Colour.of(0xFFFFFF))
            .offline(ViewState.Offline.ROOM)
            .interrupted(true)
            .volume(40)
            .batteryLow(true)
            .build();
    assertEquals(
        List.of(
            MICROPHONE_OPEN,
            MUTE,
            REFUSED,
            VOLUME,
            OFFLINE_ROOM,
            ANNOUNCEMENT,
            INTERRUPTED,
            TALKING,
            BATTERY_LOW,
            LISTENING,
            EMOTION),
        Indication.of(all));
  }

  @Test
  void aStateWithoutEventsHasOneIndication() {
    assertEquals(List.of(IDLE), Indication.of(ViewState.of(State.IDLE)));
    assertEquals(List.of(OFFLINE_BRIDGE), Indication.of(ViewState.of(State.OFFLINE)));
  }

  @Test
  void theSpeakerIsNotIdleWhileItsOwnerTalks() {
    assertEquals(List.of(TALKING), Indication.of(ViewState.in(State.IDLE).talking(true).build()));
  }

  /** The page chooses its sentence by these names. */
  @Test
  void thePageKnowsTheseNames() throws IOException {
    var script = Files.readString(Path.of("src/main/resources/page/state.js"));
    var table = script.substring(script.indexOf("const SENTENCES"), script.indexOf("\n};"));
    var names =
        Pattern.compile("(?m)^  (\\w+):").matcher(table).results().map(name -> name.group(1));
    var known = Arrays.stream(Indication.values()).map(Indication::word).toList();
    var used = names.toList();
    assertEquals(9, used.size(), table);
    assertTrue(known.containsAll(used), used.toString());
  }
}
