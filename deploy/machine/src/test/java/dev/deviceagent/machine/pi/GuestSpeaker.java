package dev.deviceagent.machine.pi;

import dev.deviceagent.machine.CheckBridge;
import dev.deviceagent.machine.Polling;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The package, installed in a virtual Pi, and its service. It uses an owner's access: a shell and a
 * bridge.
 */
final class GuestSpeaker {
  static final Duration LONG = Duration.ofMinutes(10);
  private static final String SOCKET = "/run/device-agent/bridge.sock";
  private static final Duration SOON = Duration.ofSeconds(60);

  private final Qemu pi;

  GuestSpeaker(Qemu pi) {
    this.pi = pi;
  }

  /** The output of a line of shell, without white space around it. */
  String ask(String command) throws IOException {
    return pi.guest().run(command, LONG).text().strip();
  }

  /** The output of a line of shell that must succeed. */
  String order(String command) throws IOException {
    var output = pi.guest().run(command, LONG);
    if (output.code() != 0) {
      throw new IOException(
          "'%s' ended with %d: %s".formatted(command, output.code(), output.text()));
    }
    return output.text().strip();
  }

  /** Installs a package as an owner does. An older version may replace a newer one. */
  void install(Path deb) throws IOException {
    var there = "/tmp/" + deb.getFileName();
    pi.guest().copy(deb, there);
    order(
        "DEBIAN_FRONTEND=noninteractive apt-get -qq -o Dpkg::Use-Pty=0 -o APT::Sandbox::User=root"
            + " --allow-downgrades install "
            + there
            + " </dev/null 2>&1");
  }

  /** Configures the service for this board and restarts it. */
  void configure(Path folder) throws IOException {
    for (var file : List.of("board.yaml", "agent.yaml")) {
      pi.guest().copy(folder.resolve(file), "/etc/device-agent/" + file);
    }
    order("chmod 644 /etc/device-agent/*.yaml && device-agent check-config");
    order("systemctl restart device-agent");
  }

  /** The state of the service once it no longer changes: {@code active} if the service works. */
  String isActive() {
    return Polling.within(LONG)
        .until(
            () -> ask("systemctl is-active device-agent"),
            state -> !state.equals("activating") && !state.equals("deactivating"));
  }

  /** What {@code doctor} says of the whole board: {@code true} if it finds no problem. */
  String healthy() throws IOException {
    return ask("device-agent doctor --json | sed -n 's/.*\"healthy\":\\([a-z]*\\).*/\\1/p'");
  }

  /** A property of the service, from systemd. */
  String property(String name) throws IOException {
    return ask("systemctl show -P " + name + " device-agent");
  }

  /** The time from the start of the process to its READY=1. */
  double secondsToReady() throws IOException {
    long start = Long.parseLong(property("ExecMainStartTimestampMonotonic"));
    long ready = Long.parseLong(property("ActiveEnterTimestampMonotonic"));
    return (ready - start) / 1e6;
  }

  /** Waits until another process than this one is active. */
  void awaitAnother(String pid) {
    Polling.within(LONG)
        .alias("another process than " + pid + " is active")
        .until(() -> isActive().equals("active") && !property("MainPID").equals(pid));
  }

  /** Connects a bridge to the service's socket. The caller lets it join. */
  CheckBridge bridge() throws IOException {
    pi.guest().awaitListening(SOCKET, SOON);
    return new CheckBridge(pi.guest().forward(SOCKET));
  }

  /** Whether the card's capture switch is open. */
  boolean hears() throws IOException {
    return ask("amixer -c Intel sget Capture").contains("[on]");
  }

  /** The volume of the USB speaker in percent, from an independent program. */
  String loudness() throws IOException {
    return ask(
        "amixer -M -c Audio sget 'Audio Output Volume Control' | sed -n"
            + " 's/.*\\[\\([0-9]*\\)%\\].*/\\1/p' | head -n 1");
  }

  /** Starts to record every change of a capture switch, with the time on the machine's clock. */
  void watchCapture() throws IOException {
    order(
        "pkill amixer; (setsid stdbuf -oL amixer -c Intel events 2>&1 </dev/null | bash -c 'while"
            + " read -r line; do echo $EPOCHREALTIME $line; done' >>/run/capture 2>&1 &); sleep 1;"
            + " : >/run/capture");
  }

  /**
   * The time of the last change of the capture switch, on the machine's clock; 0 if there is none.
   */
  double capturedChangedAt() throws IOException {
    var last = ask("grep \"Capture Switch\" /run/capture | tail -n 1 | cut -d' ' -f1");
    return last.isEmpty() ? 0 : Double.parseDouble(last);
  }

  /** Sends the service's process a signal. Returns the time, on the machine's clock. */
  double kill(String signal) throws IOException {
    return Double.parseDouble(
        ask(
            "bash -c 'at=$EPOCHREALTIME; kill -%s %s; echo $at'"
                .formatted(signal, property("MainPID"))));
  }

  /**
   * The time of the last line in the service's journal with these words, on the machine's clock; 0
   * if there is none.
   */
  double toldAt(String words) throws IOException {
    var line =
        ask(
            "journalctl -u device-agent -o short-unix | grep '"
                + words
                + "' | tail -n 1 | cut -d' ' -f1");
    return line.isEmpty() ? 0 : Double.parseDouble(line);
  }
}
