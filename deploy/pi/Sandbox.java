import java.io.IOException;

/**
 * Runs programs that try what the service may not do: first as root, to check that it is possible
 * at all, then under all restrictions of the service's unit.
 */
final class Sandbox {
  private static final String LISTEN =
      "perl -MSocket -e 'socket(S, PF_INET, SOCK_STREAM, 0)"
          + " and bind(S, pack_sockaddr_in(8377, INADDR_ANY)) or die qq($!\\n)'";

  private final Speaker speaker;
  private final Checks checks;

  Sandbox(Speaker speaker, Checks checks) {
    this.speaker = speaker;
    this.checks = checks;
  }

  void probe() throws IOException {
    speaker.order("mkdir -p /home/somebody && echo secret >/home/somebody/letter");
    speaker.order("chmod -R a+rX /home/somebody");
    refused("read /home", "cat /home/somebody/letter");
    refused("open /dev/mem", "exec 3</dev/mem");
    refused("read the disk", "dd if=/dev/vda of=/dev/null bs=512 count=1");
    refused("write to /etc", "touch /etc/device-agent/mine");
    refused("listen on a public port", LISTEN);
    speaker.order("(umask 077; echo letter >/etc/device-agent/secrets/page)");
    refused("read root's secret", "cat /etc/device-agent/secrets/page");
    var credential = "grep -q letter $CREDENTIALS_DIRECTORY/secret_page";
    checks.see("the service may read it as systemd hands it over", true, may("", credential));
    checks.see(
        "the service may listen on a port that its unit names",
        true,
        may("SocketBindAllow=tcp:8377", LISTEN));
    checks.see("the service may open a sound card", true, may("", "exec 3<>/dev/snd/controlC0"));
    checks.see("the service may open the GPIO chip", true, may("", "exec 3<>/dev/gpiochip0"));
    speaker.order(
        "rm -rf /home/somebody /etc/device-agent/secrets/page /run/probe*"
            + " /run/systemd/system/probe.service /etc/device-agent/mine");
    speaker.order("systemctl daemon-reload; systemctl reset-failed");
  }

  private void refused(String what, String command) throws IOException {
    var said = speaker.ask("(" + command + ") >/dev/null 2>&1; echo $?");
    checks.see("root may " + what, "0", said);
    checks.see("the service may " + what, false, may("", command));
    checks.note(speaker.ask("tail -n 1 /run/probe.log"));
  }

  /** Whether a line of shell succeeds under the service's unit with one additional line. */
  private boolean may(String more, String command) throws IOException {
    // Removes the lines about the start and the end of the service. All restrictions stay.
    speaker.order(
        "sed -e '/^\\(Type\\|Exec.*\\|Watchdog.*\\|Restart.*\\|Timeout.*\\|SuccessExitStatus\\)=/d'"
            + " -e 's/^RuntimeDirectory=.*/RuntimeDirectory=probe/'"
            + " -e 's|^\\[Service\\]|&\\nType=oneshot\\nExecStart=/bin/sh /run/probe.sh\\n"
            + "StandardError=truncate:/run/probe.log\\n"
            + more
            + "|' /usr/lib/systemd/system/device-agent.service >/run/systemd/system/probe.service");
    speaker.order("cat >/run/probe.sh <<'END'\n" + command + "\nEND\nsystemctl daemon-reload");
    return speaker.ask("systemctl start probe >/dev/null 2>&1; echo $?").equals("0");
  }
}
