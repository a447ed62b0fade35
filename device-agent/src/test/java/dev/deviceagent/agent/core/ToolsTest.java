package dev.deviceagent.agent.core;

import static dev.deviceagent.agent.core.Heard.call;
import static dev.deviceagent.agent.core.Heard.object;
import static dev.deviceagent.agent.core.Heard.volcTool;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.deviceagent.codec.Json;
import dev.deviceagent.hal.Board;
import dev.deviceagent.hal.Fault;
import dev.deviceagent.hal.Volume;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a tool does and answers does not depend on the channel of its call; here, Volcengine's. */
class ToolsTest {
  private final Scenario scenario = Scenario.joined();
  private int ids;

  /** The answer to one call. */
  private ToolAnswer run(String name, @Nullable Object arguments) {
    return run(scenario, name, arguments);
  }

  private ToolAnswer run(Scenario where, String name, @Nullable Object arguments) {
    var id = "call" + ids++;
    where.news();
    where.hear(volcTool(call(id, name, arguments)));
    var said = where.said();
    assertEquals(1, said.size(), said.toString());
    var answer = Objects.requireNonNull(ToolAnswer.of(said.getFirst()));
    assertEquals(id, answer.id());
    return answer;
  }

  private static Json.Obj ok() {
    return object("ok", true);
  }

  @Test
  void setVolumeSaysWhatWasReadBack() {
    assertEquals(ok().with("volume", 80), run("SetVolume", object("volume", 80)).content());
    assertEquals("80", scenario.status("volume", "percent"));
  }

  @Test
  void setVolumeBelievesTheHardwareAndNotTheOrder() throws Exception {
    var volume = mock(Volume.class);
    when(volume.percent()).thenReturn(79);
    var board = mock(Board.class);
    when(board.volume()).thenReturn(Optional.of(volume));
    when(board.player()).thenReturn(Optional.empty());
    when(board.lights()).thenReturn(new LinkedHashMap<>());
    var coarse = Scenario.on(board, "");
    var answer = run(coarse, "SetVolume", object("volume", 80));
    verify(volume).set(80);
    assertEquals(ok().with("volume", 79), answer.content());
    assertEquals("79", coarse.status("volume", "percent"));
  }

  @ParameterizedTest
  @CsvSource({"20, 70", "-20, 30", "100, 100", "-100, 0", "0, 50"})
  void aChangeIsFromWhereItIsAndStaysWithinTheRange(int change, int then) {
    assertEquals(ok().with("volume", then), run("SetVolume", object("change", change)).content());
  }

  @ParameterizedTest
  @ValueSource(strings = {"80", "80.0", "8e1"})
  void wholeNumbersAreTakenHoweverTheyAreWritten(String number) {
    assertEquals(
        ok().with("volume", 80), run("SetVolume", "{\"volume\":" + number + "}").content());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"volume\":150}              | out_of_range",
        "{\"volume\":101}              | out_of_range",
        "{\"volume\":-5}               | out_of_range",
        "{\"volume\":100.5}            | out_of_range",
        "{\"volume\":-0.6}             | out_of_range",
        "{\"volume\":99999999999}      | out_of_range",
        "{\"change\":101}              | out_of_range",
        "{\"volume\":\"80\"}           | bad_arguments",
        "{\"volume\":true}             | bad_arguments",
        "{\"volume\":80,\"change\":1}  | bad_arguments",
        "{}                            | bad_arguments",
        "{\"volum\":80}                | bad_arguments",
        "not JSON                      | bad_arguments",
        "[80]                          | bad_arguments",
      })
  void nothingIsGuessed(String arguments, String error) {
    var answer = run("SetVolume", arguments.strip());
    assertEquals(error, answer.error(), answer.content().toString());
    assertFalse(answer.message().isBlank());
    assertEquals(ok().with("volume", 50), run("SetVolume", object("change", 0)).content());
  }

  @Test
  void argumentsComeAsTextAsAnObjectAsAnEmptyTextOrNotAtAll() {
    assertTrue(run("SetVolume", "{\"volume\":1}").ok());
    assertTrue(run("SetVolume", object("volume", 2)).ok());
    assertEquals("bad_arguments", run("SetVolume", "").error());
    assertEquals("bad_arguments", run("SetVolume", null).error());
  }

  @Test
  void playbackDoesWhatItIsToldAndSaysWhatItDoes() {
    var song = object("action", "play").with("song", "Aria");
    assertEquals(playback("playing", "Aria"), run("ControlPlayback", song).content());
    assertEquals(playback("paused", "Aria"), act("pause").content());
    assertEquals(playback("playing", "Aria"), act("resume").content());
    assertEquals(playback("stopped", null), act("stop").content());
    assertEquals(playback("playing", "Clair de lune"), act("play").content());
    assertEquals(playback("playing", "Blue Danube"), act("next").content());
    assertEquals(playback("playing", "Clair de lune"), act("previous").content());
    assertEquals("\"Clair de lune\"", scenario.status("playback", "title"));
  }

  private ToolAnswer act(String action) {
    return run("ControlPlayback", object("action", action));
  }

  private static Json.Obj playback(String state, @Nullable String title) {
    return ok().with("state", state).with("title", title);
  }

  @Test
  void playbackThatDidNotHappenIsAFailure() {
    scenario.board.songs(List.of("Aria"));
    var answer = run("ControlPlayback", object("action", "play").with("song", "Yesterday"));
    assertEquals("not_found", answer.error());
    assertEquals("not_done", act("resume").error(), "nothing was paused");
    assertEquals("bad_arguments", act("rewind").error());
    assertEquals("bad_arguments", run("ControlPlayback", object("song", "Aria")).error());
  }

  @Test
  void aLightIsSwitchedDimmedAndColoured() {
    var on = object("device", "light").with("state", "on");
    var full = ok().with("device", "light").with("state", "on").with("brightness", 100);
    assertEquals(full.with("colour", "#ffffff"), run("ControlDevice", on).content());
    assertEquals("\"on\"", scenario.status("lights", "light"));

    var dim = object("device", "light").with("brightness", 40).with("colour", "red");
    assertEquals(
        full.with("brightness", 40).with("colour", "#ff0000"),
        run("ControlDevice", dim).content(),
        "what is not given stays");
    assertEquals("#660000", String.valueOf(scenario.view().lamp()));
    var off = object("device", "light").with("state", "off");
    assertEquals(
        ok().with("device", "light")
            .with("state", "off")
            .with("brightness", 40)
            .with("colour", "#ff0000"),
        run("ControlDevice", off).content());
    assertEquals("\"off\"", scenario.status("lights", "light"));
    assertNull(scenario.view().lamp());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"device\":\"lihgt\",\"state\":\"on\"}                   | no_such_device",
        "{\"device\":\"oven\",\"state\":\"on\"}                    | no_such_device",
        "{\"state\":\"on\"}                                        | bad_arguments",
        "{\"device\":\"light\"}                                    | bad_arguments",
        "{\"device\":\"light\",\"state\":\"ON\"}                   | bad_arguments",
        "{\"device\":\"light\",\"state\":true}                     | bad_arguments",
        "{\"device\":\"light\",\"brightness\":0}                   | out_of_range",
        "{\"device\":\"light\",\"colour\":\"reddish\"}             | bad_arguments",
      })
  void aLightIsNotSwitchedByGuesswork(String arguments, String error) throws Exception {
    assertEquals(error, run("ControlDevice", arguments.strip()).error());
    var light = Objects.requireNonNull(scenario.board.lights().get("light"));
    assertFalse(light.state().on());
  }

  @Test
  void everythingCanBeAskedFor() {
    assertEquals(ok().with("percent", 76).with("charging", false), ask("battery").content());
    assertEquals(ok().with("volume", 50), ask("volume").content());
    assertEquals(playback("stopped", null), ask("playback").content());
    var light = object("state", "off").with("brightness", 100).with("colour", "#ffffff");
    assertEquals(ok().with("lights", object("light", light)), ask("lights").content());
    assertEquals(
        ok().with("connected", true).with("interface", "sim0").with("address", null),
        ask("network").content());
    assertEquals("bad_arguments", ask("weather").error());
    assertEquals("bad_arguments", run("QueryDevice", null).error());
  }

  private ToolAnswer ask(String type) {
    return run("QueryDevice", object("type", type));
  }

  @Test
  void anUnknownToolNamesTheNearest() {
    var answer = run("SetVolumn", object("volume", 80));
    assertEquals("unknown_tool", answer.error());
    assertTrue(answer.message().contains("'SetVolumn'"), answer.message());
    assertTrue(answer.message().contains("'SetVolume'"), answer.message());
    assertEquals("unknown_tool", run("烤面包", null).error());
  }

  @Test
  void anAliasIsTheToolItStandsFor() {
    assertTrue(run("xiaozhi_SetVolume", object("volume", 80)).ok(), "known without a word");
    var named = Scenario.joined("tools: {alias: {调音量: SetVolume}}");
    assertTrue(run(named, "调音量", object("volume", 80)).ok());
    assertTrue(run(named, "SetVolume", object("volume", 80)).ok());
  }

  @ParameterizedTest
  @ValueSource(strings = {"device_failed", "device_absent"})
  void aFailingDeviceIsATypedFailureAndUnknown(String error) throws Exception {
    run("SetVolume", object("volume", 80));
    scenario.board.inject(
        "volume", error.equals("device_absent") ? Fault.absent() : Fault.failing());
    var answer = run("SetVolume", object("volume", 30));
    assertEquals(error, answer.error());
    assertEquals("null", scenario.status("volume", "percent"));
    scenario.board.inject("volume", Fault.NONE);
    assertTrue(run("SetVolume", object("volume", 30)).ok(), "the next call tries again");
    assertEquals("30", scenario.status("volume", "percent"));
  }

  @Test
  void aFailingDeviceOfAnyKindIsUnknownAfterwards() throws Exception {
    ask("battery");
    ask("playback");
    ask("lights");
    for (var device : List.of("battery", "player", "light")) {
      scenario.board.inject(device, Fault.failing());
    }
    assertEquals("device_failed", ask("battery").error());
    assertEquals("device_failed", ask("playback").error());
    assertEquals("device_failed", ask("lights").error());
    assertEquals("null", scenario.status("battery", "percent"));
    assertEquals("null", scenario.status("battery", "charging"));
    assertEquals("null", scenario.status("playback", "state"));
    assertEquals("null", scenario.status("playback", "title"));
    assertEquals("null", scenario.status("lights", "light"));
  }

  @Test
  void whatABoardDoesNotHaveIsNoToolOfIt() {
    var board = mock(Board.class);
    when(board.lights()).thenReturn(new LinkedHashMap<>());
    when(board.volume()).thenReturn(Optional.empty());
    when(board.player()).thenReturn(Optional.empty());
    when(board.battery()).thenReturn(Optional.empty());
    var bare = Scenario.on(board, "");
    assertEquals("unknown_tool", run(bare, "SetVolume", object("volume", 80)).error());
    assertEquals("no_such_device", run(bare, "QueryDevice", object("type", "battery")).error());
  }
}
