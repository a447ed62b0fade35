package dev.deviceagent.machine.pi;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * QEMU's command line, in the folder of a run. The state that {@code build} saves is valid only for
 * this command line.
 */
final class QemuCommand {
  private QemuCommand() {}

  static List<String> of(PiFolder folder, PiSetup setup, boolean fromReady) throws IOException {
    boolean isArm = folder.arch().equals("arm64");
    var command = new ArrayList<String>();
    command.add(isArm ? "qemu-system-aarch64" : "qemu-system-x86_64");
    command.addAll(folder.options());
    add(command, "-nodefaults -display none -no-reboot -S -pidfile qemu.pid");
    add(command, "-kernel " + folder.file("vmlinuz") + " -initrd " + folder.file("initrd"));
    if (isArm) {
      add(command, "-dtb " + folder.file("devicetree"));
    } else {
      add(command, "-acpitable file=" + folder.file("battery.aml"));
    }
    command.add("-append");
    // On x86, memmap reserves the gauge's memory instead of a device tree. Without
    // battery.cache_time=0 the ACPI driver would report the old state of the battery for a second.
    command.add(
        "root=/dev/vda ro quiet loglevel=3 systemd.show_status=0 net.ifnames=0 "
            + (isArm
                ? "console=ttyAMA0"
                : "console=ttyS0 battery.cache_time=0 memmap=64K$0x%x"
                    .formatted(GuestBattery.PRESENT)));
    // Only what the guest flushes reaches the disk.
    add(command, "-drive if=none,id=disk,file=ready.qcow2,format=qcow2,cache=writeback");
    add(command, "-device virtio-blk-pci,drive=disk -device virtio-rng-pci");
    if (setup.network()) {
      add(command, "-netdev user,id=net,hostfwd=tcp:127.0.0.1:0-:22");
      add(command, "-device virtio-net-pci,netdev=net,romfile=");
    }
    if (setup.sound()) {
      add(command, "-audiodev none,id=card -audiodev none,id=speaker");
      add(command, "-device intel-hda -device hda-duplex,mixer=on,audiodev=card");
      add(command, "-device qemu-xhci,id=usb");
    }
    add(command, "-qmp unix:monitor,server=on,wait=off");
    add(command, "-qtest unix:qtest,server=on,wait=off -qtest-log /dev/null");
    add(command, "-chardev socket,id=serial,path=serial,server=on,wait=off,logfile=console.log");
    add(command, "-serial chardev:serial");
    if (fromReady) {
      add(command, "-loadvm ready");
    }
    return command;
  }

  private static void add(List<String> command, String options) {
    command.addAll(List.of(options.split(" ", -1)));
  }
}
