package dev.deviceagent.machine.pi;

import dev.deviceagent.machine.Polling;
import java.io.IOException;
import java.time.Duration;

/** The last step of {@code build}: boots the machine once and saves its state. */
final class ReadyMachine {
  private ReadyMachine() {}

  /**
   * @return the state of the booted system: {@code running}, or {@code degraded}
   */
  static String save(PiFolder folder) throws IOException {
    try (var qemu = Qemu.start(folder, PiSetup.COLD)) {
      var guest = qemu.guest();
      qemu.connect(Duration.ofMinutes(10));
      var state = guest.awaitBooted(Duration.ofMinutes(10));
      // Loads into memory what is used later.
      guest.run("java -version; amixer; gpiodetect; sync", Duration.ofMinutes(2));
      qemu.console().run("true", Duration.ofMinutes(1));
      qemu.monitor().unplugSpeaker(); // QEMU cannot save its state
      Polling.pause(Duration.ofSeconds(2));
      qemu.monitor().order("savevm ready");
      guest.end("systemctl poweroff");
      if (!qemu.awaitOff(Duration.ofMinutes(2))) {
        throw new IllegalStateException("the machine does not turn itself off");
      }
      qemu.keep(folder.file("ready.qcow2"));
      return state;
    }
  }
}
