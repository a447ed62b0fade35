package dev.deviceagent.agent;

import static dev.deviceagent.agent.AgentProcess.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deviceagent.codec.Fields;
import dev.deviceagent.codec.JsonReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The commands, each run as by a person. */
@Timeout(120)
class CommandsIT {
  @TempDir Path folder;

  @Test
  void theCommandsReachTheAgent() throws Exception {
    try (var agent = AgentProcess.start(folder, "")) {
      var message = folder.resolve("message.json");
      Files.writeString(message, "{\"type\":1014,\"data\":{\"emotion\":\"sleepy\"}}");
      assertEquals(0, agent.run("send", message.toString()).exit());
      var status = agent.run("status", "--json");
      assertEquals(0, status.exit());
      assertEquals(1, status.out().size());
      assertTrue(status.out().getFirst().contains("\"emotion\":\"sleepy\""));
      assertEquals(0, agent.run("button", "press").exit());
      var wrong = agent.run("button", "press", "fire");
      assertEquals(1, wrong.exit());
      assertEquals(1, wrong.err().size());
      assertTrue(wrong.err().getFirst().contains("talk"), wrong.err().toString());
      Files.writeString(message, "{\"type\":1014}");
      var bad = agent.run("send", message.toString());
      assertNotEquals(0, bad.exit());
      assertTrue(bad.err().getFirst().contains("$.data.emotion"), bad.err().toString());
      assertEquals(0, agent.run("doctor").exit());
      agent.run("fault", "battery", "absent");
      var ill = agent.run("doctor", "--json");
      assertEquals(1, ill.exit());
      assertTrue(ill.out().getFirst().contains("\"outcome\":\"absent\""), ill.out().toString());
    }
  }

  @Test
  void whatMakesTheDocumentsIsNotInTheProgram() throws Exception {
    try (var agent = AgentProcess.start(folder, "")) {
      var classes = agent.classes();
      assertTrue(classes.contains("picocli.CommandLine"));
      assertFalse(classes.contains("picocli.AutoComplete"));
    }
    try (var jars = Files.list(Path.of("target/lib"))) {
      assertTrue(jars.noneMatch(jar -> jar.getFileName().toString().startsWith("manual")));
    }
    var refused = AgentProcess.command("document", "man");
    assertEquals(2, refused.exit());
    assertTrue(refused.err().getFirst().contains("'document'"), refused.err().toString());
  }

  @Test
  void aDoctorOnAMachineWithoutHardwareNamesEachMissingThingAndItsCure() throws Exception {
    var config =
        AgentProcess.config(
            folder,
            """
            board: board.yaml
            """);
    Files.writeString(
        folder.resolve("board.yaml"),
        """
        gpio: {chips: [pinctrl-rp1]}
        buttons: {talk: {line: 17}, mute: {line: 18}}
        lights: {lamp: {line: 27}, shelf: {pwm: {chips: [fe20c000.pwm], channel: 0}}}
        strip: {kind: apa102, spi: spidev0.1, pixels: 12, power: {line: 5}}
        display: {kind: ssd1306, i2c: 77}
        volume: {card: nosuchcard}
        microphone: {card: nosuchcard}
        audio: {play: "hw:nosuchcard", record: "hw:nosuchcard"}
        battery: {gauge: max17048, i2c: 77}
        player: /no/mpd/here
        """);
    var doctor = AgentProcess.command("doctor", "--json", "--config", config.toString());
    assertEquals(1, doctor.exit());
    var report = Fields.of(JsonReader.object(doctor.out().getFirst()));
    assertFalse(report.truth("healthy"));
    var missing = new ArrayList<String>();
    for (var finding : report.objects("findings")) {
      if (!finding.text("outcome").equals("opened")) {
        assertEquals("absent", finding.text("outcome"), finding.object().toString());
        assertFalse(finding.text("cause").isBlank());
        assertFalse(finding.text("cure").isBlank());
        missing.add(finding.text("name"));
      }
    }
    assertEquals(
        List.of(
            "button.talk",
            "button.mute",
            "light.lamp",
            "light.shelf",
            "strip",
            "display",
            "volume",
            "microphone",
            "audio",
            "battery",
            "player"),
        missing.stream().filter(name -> !name.equals("network")).toList());
    var plain = AgentProcess.command("doctor", "--config", config.toString()).out().toString();
    assertTrue(plain.contains("dtparam=spi=on"), plain);
    assertTrue(plain.contains("pinctrl-rp1"), plain);
  }

  @Test
  void aSelftestPassesOnTheSimulatedBoardAndIsRefusedBesideAnAgent() throws Exception {
    var config = AgentProcess.config(folder, "").toString();
    var test = AgentProcess.command("selftest", "--unattended", "--config", config);
    assertEquals(0, test.exit(), test.out().toString());
    assertEquals("10 passed, 0 failed, 3 unseen", test.out().getLast());
    var json = AgentProcess.command("selftest", "--unattended", "--json", "--config", config);
    assertTrue(Fields.of(JsonReader.object(json.out().getFirst())).truth("passed"));
    try (var agent = AgentProcess.start(folder, "")) {
      var refused = agent.run("selftest");
      assertEquals(1, refused.exit());
      assertTrue(refused.err().getFirst().contains("stop it first"), refused.err().toString());
    }
  }

  @Test
  void everyButtonOfTheSimulatedBoardIsPressedByItsName() throws Exception {
    try (var agent = AgentProcess.start(folder, "")) {
      agent.run("button", "press", "volume_up");
      agent.awaitStatus(status -> text(status, "volume.percent").equals("55"));
      agent.run("button", "release", "volume_up");
      agent.run("button", "press", "mute");
      agent.awaitStatus(status -> text(status, "microphone.mutedByOwner").equals("true"));
    }
  }

  @Test
  void aLightIsAsItWasAfterARestart() throws Exception {
    var on = folder.resolve("on.json");
    Files.writeString(
        on,
        "tool\0{\"toolCalls\":[{\"id\":\"1\",\"type\":\"function\",\"function\":"
            + "{\"name\":\"ControlDevice\",\"arguments\":{\"device\":\"light\",\"state\":\"on\"}}}]}");
    try (var agent = AgentProcess.start(folder, "")) {
      agent.run("send", on.toString());
      agent.awaitStatus(status -> text(status, "lights.light").equals("on"));
      agent.terminate();
    }
    try (var agent = AgentProcess.start(folder, "")) {
      agent.awaitStatus(status -> text(status, "lights.light").equals("on"));
    }
  }

  @Test
  void aPictureIsDrawnWithoutAnyHardware() throws Exception {
    var config = AgentProcess.config(folder, "").toString();
    var gif = folder.resolve("speaking.gif");
    var drawn =
        AgentProcess.command(
            "render",
            "--state",
            "speaking",
            "--seconds",
            "1",
            "--out",
            gif.toString(),
            "--config",
            config);
    assertEquals(0, drawn.exit(), drawn.err().toString());
    assertEquals(List.of(), drawn.err());
    assertEquals("GIF89a", new String(Files.readAllBytes(gif), 0, 6, StandardCharsets.US_ASCII));
    var png = folder.resolve("sheet.png");
    var sheet =
        AgentProcess.command("render", "--sheet", "--out", png.toString(), "--config", config);
    assertEquals(0, sheet.exit(), sheet.err().toString());
    assertEquals("PNG", new String(Files.readAllBytes(png), 1, 3, StandardCharsets.US_ASCII));
    var wrong =
        AgentProcess.command(
            "render", "--state", "spaeking", "--out", gif.toString(), "--config", config);
    assertEquals(2, wrong.exit());
    assertTrue(wrong.err().getFirst().contains("did you mean 'speaking'?"));
  }

  @Test
  void aSecondAgentOnTheSameSocketsIsRefused() throws Exception {
    try (var agent = AgentProcess.start(folder, "")) {
      var second = agent.run("run");
      assertEquals(71, second.exit());
      assertEquals(1, second.err().size(), second.err().toString());
      assertEquals("false", text(agent.status(), "link.joined"));
    }
  }

  @Test
  void aFileAtASocketsPathIsKeptAndTheAgentSaysWhatToDo() throws Exception {
    var config = AgentProcess.config(folder, "");
    for (var name : List.of("bridge.sock", "control.sock")) {
      var file = Files.writeString(folder.resolve(name), "somebody's work");
      var ended = AgentProcess.command("run", "--config", config.toString());
      assertEquals(71, ended.exit());
      assertEquals(1, ended.err().size(), ended.err().toString());
      assertTrue(
          ended.err().getFirst().contains(file + ": is not a socket"), ended.err().toString());
      assertEquals("somebody's work", Files.readString(file));
      Files.delete(file);
    }
  }

  @Test
  void aJavaOf32BitsIsRefusedByTheProgramToo() throws Exception {
    var builder = new ProcessBuilder(AgentProcess.LAUNCHER.toString(), "tools");
    builder.environment().put("JDK_JAVA_OPTIONS", "-Dsun.arch.data.model=32");
    var process = builder.start();
    assertEquals(List.of(), process.inputReader().readAllLines());
    var said = process.errorReader().readAllLines().getLast();
    assertTrue(said.contains("32-bit"), said);
    assertEquals(69, process.waitFor());
  }

  @Test
  void fiveMistakesAreFiveLinesWithTheirPlaces() throws Exception {
    var file = folder.resolve("wrong.yaml");
    Files.writeString(
        file,
        """
        langauge: en
        link:
          dialect: nertx
          socket: [1]
        push_to_talk:
          shortest: 500
          enabled: perhaps
        """);
    var ended = AgentProcess.command("check-config", "--config", file.toString());
    assertEquals(78, ended.exit());
    assertEquals(5, ended.out().size(), ended.out().toString());
    assertTrue(ended.out().get(0).startsWith(file + ":1:1: "), ended.out().get(0));
    assertTrue(ended.out().get(0).contains("'language'"), ended.out().get(0));
    assertTrue(ended.out().get(1).startsWith(file + ":3:12: "), ended.out().get(1));
    assertTrue(ended.out().get(1).contains("'nertc'"), ended.out().get(1));
    var run = AgentProcess.command("run", "--config", file.toString());
    assertEquals(78, run.exit());
    assertEquals(ended.out(), run.err());
  }

  @Test
  void withoutAnAgentACommandSaysWhatToDo() throws Exception {
    var file = AgentProcess.config(folder, "");
    var ended = AgentProcess.command("status", "--config", file.toString());
    assertEquals(69, ended.exit());
    assertEquals(1, ended.err().size(), ended.err().toString());
    assertTrue(ended.err().getFirst().contains("control.sock"), ended.err().toString());
  }

  @Test
  void theMuteIsKeptOverAKill() throws Exception {
    try (var agent = AgentProcess.start(folder, "")) {
      assertEquals(0, agent.run("mute", "on").exit());
      agent.kill();
    }
    try (var agent = AgentProcess.start(folder, "");
        var bridge = agent.joined()) {
      assertEquals("true", text(agent.status(), "microphone.mutedByOwner"));
      agent.button(true);
      assertEquals(List.of(), bridge.settle());
    }
  }
}
