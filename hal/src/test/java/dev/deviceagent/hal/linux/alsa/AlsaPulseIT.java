package dev.deviceagent.hal.linux.alsa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.HalException.Kind;
import dev.deviceagent.hal.Microphone;
import dev.deviceagent.hal.Volume;
import dev.deviceagent.hal.contract.MicrophoneContract;
import dev.deviceagent.hal.contract.VolumeContract;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The real libasound, and behind it a real mixer: a PulseAudio server, through ALSA's plugin. */
@Timeout(60)
class AlsaPulseIT {
  @TempDir static Path folder;

  private static NullSink sink;

  private final AlsaVolume volume = new AlsaVolume("pulse", null);
  private final AlsaMicrophone microphone = new AlsaMicrophone("pulse", null);

  @BeforeAll
  static void start() throws Throwable {
    sink = NullSink.orSkip(folder);
  }

  @AfterAll
  static void end() throws Exception {
    if (sink != null) {
      sink.kill();
    }
  }

  @BeforeEach
  void loudAndOpen() throws Exception {
    sink.run("pactl", "set-sink-volume", "speaker", "50%");
    sink.run("pactl", "set-sink-mute", "speaker", "0");
    sink.run("pactl", "set-source-mute", "speaker.monitor", "0");
  }

  @AfterEach
  void letGo() {
    volume.close();
    microphone.close();
  }

  /** Waits for a value, since changes by other programs arrive a moment later. */
  private static <T> void becomes(T wanted, Callable<T> look) throws Exception {
    T seen = look.call();
    for (int i = 0; i < 500 && !seen.equals(wanted); i++) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
      seen = look.call();
    }
    assertEquals(wanted, seen);
  }

  @Test
  void whatIsSetIsWhatOthersHearAndWhatIsReadBack() throws Exception {
    volume.set(80);
    assertEquals(80, volume.percent());
    var amixer = sink.run("amixer", "-D", "pulse", "sget", "Master");
    assertTrue(amixer.contains("[80%] [on]"), amixer);
    var pactl = sink.run("pactl", "get-sink-volume", "speaker");
    assertTrue(pactl.contains(" 80% "), pactl);
    for (int percent = 0; percent <= 100; percent++) {
      volume.set(percent);
      assertEquals(percent, volume.percent());
    }
  }

  @Test
  void zeroSwitchesOffAndMoreSwitchesOn() throws Exception {
    volume.set(0);
    assertEquals("Mute: yes\n", sink.run("pactl", "get-sink-mute", "speaker"));
    assertEquals(0, volume.percent());
    volume.set(30);
    assertEquals("Mute: no\n", sink.run("pactl", "get-sink-mute", "speaker"));
    assertEquals(30, volume.percent());
  }

  @Test
  void whatOthersSetIsSeen() throws Exception {
    assertEquals(50, volume.percent());
    sink.run("pactl", "set-sink-volume", "speaker", "35%");
    becomes(35, volume::percent);
    sink.run("pactl", "set-sink-mute", "speaker", "1");
    becomes(0, volume::percent);
    sink.run("pactl", "set-sink-mute", "speaker", "0");
    becomes(35, volume::percent);
    sink.run("pactl", "set-sink-volume", "speaker", "20%", "60%");
    becomes(60, volume::percent);
    volume.set(40);
    var pactl = sink.run("pactl", "get-sink-volume", "speaker");
    assertEquals(2, pactl.split(" 40% ", -1).length - 1, pactl);
  }

  @Test
  void theMicrophoneIsShutAndOpened() throws Exception {
    assertTrue(microphone.isOpen());
    microphone.shut();
    assertFalse(microphone.isOpen());
    assertEquals("Mute: yes\n", sink.run("pactl", "get-source-mute", "speaker.monitor"));
    sink.run("pactl", "set-source-mute", "speaker.monitor", "0");
    becomes(true, microphone::isOpen);
    microphone.shut();
    microphone.open();
    assertTrue(microphone.isOpen());
    assertEquals("Mute: no\n", sink.run("pactl", "get-source-mute", "speaker.monitor"));
  }

  @Test
  void whatIsGoneIsAbsentAndIsFoundAgain() throws Exception {
    volume.set(70);
    assertEquals(70, volume.percent());
    assertTrue(microphone.isOpen());
    sink.kill();
    assertEquals(Kind.ABSENT, assertThrows(HalException.class, volume::percent).kind());
    assertEquals(Kind.ABSENT, assertThrows(HalException.class, () -> volume.set(10)).kind());
    assertEquals(Kind.ABSENT, assertThrows(HalException.class, microphone::shut).kind());
    sink.start();
    volume.set(20);
    assertEquals(20, volume.percent());
    microphone.shut();
    assertFalse(microphone.isOpen());
  }

  @Test
  void whatCameBackUnseenIsFoundAtTheNextCall() throws Exception {
    volume.set(70);
    assertEquals(70, volume.percent());
    sink.kill();
    sink.start();
    volume.set(25);
    assertEquals(25, volume.percent());
  }

  @Test
  void aCardOrAControlThatIsNotThereIsAbsentAndItSaysWhatThereIs() {
    var noCard = assertThrows(HalException.class, new AlsaVolume("Headphones", "PCM")::percent);
    assertEquals(Kind.ABSENT, noCard.kind());
    assertEquals("alsa:Headphones/PCM", noCard.where());
    var noControl = assertThrows(HalException.class, new AlsaVolume("pulse", "PCM")::probe);
    assertEquals(Kind.ABSENT, noControl.kind());
    assertEquals("choose one that it has: Master", noControl.cure());
    assertEquals(1, noCard.getMessage().lines().count());
  }

  @Test
  void aNamedControlIsFound() throws Exception {
    var master = new AlsaVolume("pulse", "Master");
    master.set(45);
    assertEquals(45, master.percent());
    var capture = new AlsaMicrophone("pulse", "Capture");
    capture.shut();
    assertFalse(capture.isOpen());
    master.close();
    assertEquals(45, master.percent());
  }

  @Test
  void itIsProbedFromAnyThreadBesideOtherCalls() throws Exception {
    try (var doctors = Executors.newFixedThreadPool(3)) {
      var probe =
          doctors.submit(() -> {
            for (int i = 0; i < 300; i++) {
              volume.probe();
              microphone.probe();
            }
            return true;
          });
      for (int i = 0; i < 100; i++) {
        volume.set(i);
        assertEquals(i, volume.percent());
      }
      assertTrue(probe.get());
    }
  }

  @Nested
  class TheContractOfVolume implements VolumeContract {
    @Override
    public Volume device() {
      return volume;
    }

    @Override
    public void unplug() throws Exception {
      sink.kill();
    }

    @Override
    public void plugIn() throws Exception {
      sink.start();
    }
  }

  @Nested
  class TheContractOfMicrophone implements MicrophoneContract {
    @Override
    public Microphone device() {
      return microphone;
    }

    @Override
    public void unplug() throws Exception {
      sink.kill();
    }

    @Override
    public void plugIn() throws Exception {
      sink.start();
    }
  }
}
