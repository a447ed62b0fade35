package dev.deviceagent.hal.sim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deviceagent.hal.Battery;
import dev.deviceagent.hal.Colour;
import dev.deviceagent.hal.Diagnostics;
import dev.deviceagent.hal.Fault;
import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.Light;
import dev.deviceagent.hal.Picture;
import dev.deviceagent.hal.Player.Mode;
import dev.deviceagent.hal.Player.Playback;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The simulated board keeps the contract of the real ones. */
class SimBoardTest {
  private final List<Duration> pauses = new ArrayList<>();
  private final SimBoard board = new SimBoard(pauses::add);

  private Light light() {
    return Objects.requireNonNull(board.lights().get("light"));
  }

  @Test
  void whatIsSetIsReadBack() throws HalException {
    var volume = board.volume().orElseThrow();
    volume.set(30);
    assertEquals(30, volume.percent());

    var microphone = board.microphone().orElseThrow();
    assertTrue(microphone.isOpen(), "as a sound card's often is");
    microphone.shut();
    assertFalse(microphone.isOpen());
    microphone.open();
    assertTrue(microphone.isOpen());

    var state = new Light.State(true, 40, Colour.of(0x102030));
    assertFalse(light().state().on());
    light().set(state);
    assertEquals(state, light().state());
    assertTrue(light().isDimmable() && light().isColoured());
  }

  @Test
  void thePlayerPlaysPausesAndSkips() throws HalException {
    var player = board.player().orElseThrow();
    assertEquals(new Playback(Mode.STOPPED, null), player.playback());
    player.resume();
    player.pause();
    assertEquals(new Playback(Mode.STOPPED, null), player.playback());
    assertTrue(player.play("Aria"));
    player.pause();
    assertEquals(new Playback(Mode.PAUSED, "Aria"), player.playback());
    player.play();
    assertEquals(new Playback(Mode.PLAYING, "Aria"), player.playback());
    player.stop();
    assertEquals(new Playback(Mode.STOPPED, null), player.playback());
  }

  @Test
  void aSongThatItDoesNotHaveChangesNothing() throws HalException {
    var player = board.player().orElseThrow();
    board.songs(List.of("Aria", "Bolero"));
    assertTrue(player.play("Bolero"));
    assertFalse(player.play("Carmen"));
    assertEquals(new Playback(Mode.PLAYING, "Bolero"), player.playback());
    player.next();
    assertEquals(new Playback(Mode.PLAYING, "Aria"), player.playback());
    player.previous();
    assertEquals(new Playback(Mode.PLAYING, "Bolero"), player.playback());
  }

  @Test
  void theBatteryTheChimeAndTheNetworkSayHowTheyAre() throws HalException {
    assertEquals(new Battery.Charge(76, false), board.battery().orElseThrow().charge());
    board.charge(new Battery.Charge(null, true));
    assertEquals(new Battery.Charge(null, true), board.battery().orElseThrow().charge());
    board.chime().orElseThrow().ring();
    assertEquals(1, board.rings());
    assertTrue(board.network().orElseThrow().connection().up());
  }

  @Test
  void theMicrophoneHearsTheLoudspeakerWhereItIsOpenAndTheVolumeUp() throws HalException {
    var audio = board.audio().orElseThrow();
    short[] sound = {1, -2, 3};
    board.microphone().orElseThrow().open();
    assertArrayEquals(sound, audio.hear(sound));
    board.microphone().orElseThrow().shut();
    assertArrayEquals(new short[3], audio.hear(sound));
    board.microphone().orElseThrow().open();
    board.volume().orElseThrow().set(0);
    assertArrayEquals(new short[3], audio.hear(sound));
  }

  @Test
  void theScreenTakesPicturesOfItsOwnSize() throws HalException {
    var screen = board.display().orElseThrow();
    screen.show(new Picture(128, 64));
    assertThrows(IllegalArgumentException.class, () -> screen.show(new Picture(64, 128)));
  }

  @Test
  void theRingTakesOneColourForEachPixel() throws HalException {
    var ring = board.strip().orElseThrow();
    assertEquals(12, ring.pixels());
    ring.show(new int[12]);
    assertThrows(IllegalArgumentException.class, () -> ring.show(new int[11]));
  }

  @Test
  void everyDeviceCanBeProbedAndFailsAsItIsTold() throws HalException {
    assertEquals(
        List.of(
            "volume",
            "microphone",
            "battery",
            "player",
            "light",
            "ring",
            "chime",
            "network",
            "display",
            "audio"),
        List.copyOf(board.devices().keySet()));
    for (var device : board.devices().entrySet()) {
      device.getValue().probe();
      assertEquals("sim:" + device.getKey(), device.getValue().where());

      board.inject(device.getKey(), Fault.failing());
      var failed = assertThrows(HalException.class, device.getValue()::probe);
      assertEquals(HalException.Kind.FAILED, failed.kind());
      assertEquals("sim:" + device.getKey(), failed.where());

      board.inject(device.getKey(), Fault.absent());
      var absent = assertThrows(HalException.class, device.getValue()::probe);
      assertEquals(HalException.Kind.ABSENT, absent.kind());

      board.inject(device.getKey(), Fault.NONE);
      device.getValue().probe();
    }
  }

  @Test
  void aFailureNamesDeviceCauseAndCureOnOneLine() throws HalException {
    board.inject("volume", Fault.failing());
    var failure = assertThrows(HalException.class, () -> board.volume().orElseThrow().percent());
    assertTrue(failure.getMessage().startsWith("sim:volume: failed; "), failure.getMessage());
    assertEquals(1, failure.getMessage().lines().count());
  }

  @Test
  void whatFailsChangesNothing() throws HalException {
    var volume = board.volume().orElseThrow();
    volume.set(30);
    board.inject("volume", Fault.failing());
    assertThrows(HalException.class, () -> volume.set(90));
    board.inject("volume", Fault.NONE);
    assertEquals(30, volume.percent());

    var microphone = board.microphone().orElseThrow();
    microphone.shut();
    board.inject("microphone", Fault.absent());
    assertThrows(HalException.class, microphone::open);
    board.inject("microphone", Fault.NONE);
    assertFalse(microphone.isOpen());
  }

  @Test
  void aSlowDeviceTakesItsTimeAndThenDoesIt() throws HalException {
    var volume = board.volume().orElseThrow();
    volume.set(10);
    assertEquals(List.of(), pauses);
    board.inject("volume", Fault.slow(Duration.ofMillis(300)));
    volume.set(20);
    assertEquals(List.of(Duration.ofMillis(300)), pauses);
    board.battery().orElseThrow().charge();
    assertEquals(1, pauses.size(), "the others are as fast as before");
    board.inject("volume", Fault.NONE);
    assertEquals(20, volume.percent());
  }

  @Test
  void aFaultOfADeviceThatIsNotThereIsRefused() {
    var failure = assertThrows(HalException.class, () -> board.inject("toaster", Fault.failing()));
    assertEquals(HalException.Kind.ABSENT, failure.kind());
    assertTrue(failure.getMessage().contains("volume"), "it lists the devices");
  }

  @Test
  void aPressReachesTheListener() throws HalException {
    var edges = new ArrayList<String>();
    var times = new ArrayList<Long>();
    board.press(SimBoard.TALK, true); // without a listener yet
    board.listen((button, pressed, at) -> {
      edges.add(button + " " + pressed);
      times.add(at);
    });
    long before = System.nanoTime();
    board.press("talk", true);
    board.press("talk", false);
    assertEquals(List.of("talk true", "talk false"), edges);
    assertTrue(times.getFirst() - before >= 0 && times.getLast() - times.getFirst() >= 0);
    board.close();
    board.press("talk", true);
    assertEquals(2, edges.size());
  }

  @Test
  void itsSimulatorPressesAndInjects() throws HalException {
    var simulator = board.simulator().orElseThrow();
    var edges = new ArrayList<String>();
    board.listen((button, pressed, _) -> edges.add(button + " " + pressed));
    simulator.press("mute", true);
    assertEquals(List.of("mute true"), edges);
    simulator.inject("volume", Fault.absent());
    assertEquals(Fault.absent(), simulator.faults().get("volume"));
    assertThrows(HalException.class, () -> board.volume().orElseThrow().percent());
  }

  @Test
  void noneOfItsStateOutlivesTheProcess() {
    assertEquals(Diagnostics.NONE, board.diagnostics());
  }

  @Test
  void aButtonThatIsNotThereIsRefused() {
    assertEquals(List.of("talk", "mute", "volume_up", "volume_down", "stop"), board.buttons());
    var failure = assertThrows(HalException.class, () -> board.press("volume up", true));
    assertEquals(HalException.Kind.ABSENT, failure.kind());
    assertTrue(failure.getMessage().contains("talk"), failure.getMessage());
  }
}
