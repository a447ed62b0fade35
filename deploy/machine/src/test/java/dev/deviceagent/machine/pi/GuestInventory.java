package dev.deviceagent.machine.pi;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** All files, users and groups of the machine, except what changes by itself. */
final class GuestInventory {
  /**
   * Logs, the databases of apt, dpkg and ALSA, the records of systemd and of a shell, and file
   * systems in memory.
   */
  private static final String OWN_LIFE =
      "/(proc|sys|dev|run|tmp|root|var/log|var/tmp|var/cache/(apt|debconf|ldconfig)"
          + "|var/lib/(alsa|apt|dpkg)|var/lib/systemd/(timers|random-seed|linger|catalog|timesync))(/|$)"
          + "|/etc/.*-$|/etc/ld.so.cache";

  private final TreeSet<String> all = new TreeSet<>();
  private final int files;

  GuestInventory(GuestSpeaker speaker) throws IOException {
    var found =
        speaker.order("find / -xdev | grep -Ev '^(" + OWN_LIFE + ")' | sort").lines().toList();
    files = found.size();
    all.addAll(found);
    speaker.order("getent passwd | cut -d: -f1").lines().forEach(name -> all.add("user " + name));
    speaker.order("getent group | cut -d: -f1,4").lines().forEach(name -> all.add("group " + name));
  }

  List<String> beyond(GuestInventory other) {
    var more = new ArrayList<>(all);
    more.removeAll(other.all);
    return more;
  }

  String summary() {
    return "%d files, %d users, %d groups"
        .formatted(
            files,
            all.stream().filter(name -> name.startsWith("user ")).count(),
            all.stream().filter(name -> name.startsWith("group ")).count());
  }
}
