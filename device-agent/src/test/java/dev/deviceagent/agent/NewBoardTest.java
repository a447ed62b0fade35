package dev.deviceagent.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deviceagent.agent.config.Config;
import dev.deviceagent.agent.config.ConfigReader;
import dev.deviceagent.agent.diagnosis.Doctor;
import dev.deviceagent.agent.diagnosis.Doctor.Finding;
import dev.deviceagent.agent.runtime.Threads;
import dev.deviceagent.agent.tools.Tool;
import dev.deviceagent.agent.tools.Tools;
import dev.deviceagent.codec.Json;
import dev.deviceagent.hal.Board;
import dev.deviceagent.hal.linux.LinuxBoard;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A new board is one file, named by its path; no code changes. This one has no hardware here. */
@Timeout(60)
class NewBoardTest {
  private static final String PROFILE =
      """
      gpio: {chips: [no-such-chip]}
      buttons: {talk: {line: 4}, mute: {line: 5}}
      lights: {desk: {line: 27}}
      strip: {kind: apa102, spi: spidev6.9, pixels: 7}
      """;

  @TempDir Path folder;

  private final Threads threads =
      new Threads(bug -> {
        throw new AssertionError(bug);
      });
  private Config config;
  private Board board;

  @BeforeEach
  void read() throws Exception {
    Files.writeString(folder.resolve("my-speaker.yaml"), PROFILE);
    config =
        new ConfigReader(Tools.NAMES, Boards.NAMES)
            .parse("board: ./my-speaker.yaml", "agent.yaml", folder);
    board = Boards.of(config, threads);
  }

  @AfterEach
  void close() {
    board.close();
  }

  @Test
  void itHasTheDevicesOfItsFile() {
    assertInstanceOf(LinuxBoard.class, board);
    assertEquals(List.of("talk", "mute"), board.buttons());
    assertEquals(List.of("desk"), List.copyOf(board.lights().keySet()));
    assertEquals(7, board.strip().orElseThrow().pixels());
    assertTrue(board.volume().isEmpty() && board.player().isEmpty() && board.display().isEmpty());
  }

  @Test
  void itsToolsAreThoseOfItsDevices() {
    assertEquals(
        List.of("ControlDevice", "QueryDevice", "ControlAlarm"),
        new Tools(board, Map.of()).all().stream().map(Tool::name).toList());
  }

  @Test
  void theDoctorListsEveryDeviceWithWhatToDo() {
    var findings = new Doctor().examine(board, config, threads).orElseThrow();
    var byName = findings.stream().collect(Collectors.toMap(Finding::name, Function.identity()));
    for (var device : List.of("button.talk", "button.mute", "light.desk", "strip")) {
      var finding = Objects.requireNonNull(byName.get(device), device);
      assertEquals("absent", finding.outcome(), finding.toString());
      assertFalse(Objects.requireNonNull(finding.cure()).isBlank(), finding.toString());
    }
    assertEquals(
        Json.of("./my-speaker.yaml"),
        Doctor.toJson(board, findings).get("board"),
        "the board's name");
  }
}
