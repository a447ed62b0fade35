import java.nio.file.Path;
import java.time.Duration;

/** The last step of {@code build}: boots the machine once and saves its state. */
final class Ready {
  private Ready() {}

  public static void main(String[] arguments) throws Exception {
    var folder = new Folder(Path.of(arguments[0]));
    try (var qemu = Qemu.start(folder, Setup.COLD)) {
      var guest = qemu.guest();
      qemu.connect(Duration.ofMinutes(10));
      System.err.println(guest.awaitBooted(Duration.ofMinutes(10)));
      // Loads into memory what is used later.
      guest.run("java -version; amixer; gpiodetect; sync", Duration.ofMinutes(2));
      qemu.console().run("true", Duration.ofMinutes(1));
      qemu.monitor().unplugSpeaker(); // QEMU cannot save its state
      Wait.pause(Duration.ofSeconds(2));
      qemu.monitor().order("savevm ready");
      guest.end("systemctl poweroff");
      if (!qemu.awaitOff(Duration.ofMinutes(2))) {
        throw new IllegalStateException("the machine does not turn itself off");
      }
      qemu.keep(folder.file("ready.qcow2"));
    }
  }
}
