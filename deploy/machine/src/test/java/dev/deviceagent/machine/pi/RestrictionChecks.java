package dev.deviceagent.machine.pi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs programs that try what the service may not do: first as root, to check that it is possible
 * at all, then under all restrictions of the service's unit.
 */
@PiPart
@DisplayName("What the service may not do")
class RestrictionChecks {
  private static final String LISTEN =
      "perl -MSocket -e 'socket(S, PF_INET, SOCK_STREAM, 0)"
          + " and bind(S, pack_sockaddr_in(8377, INADDR_ANY)) or die qq($!\\n)'";
  private static final String SECRET = "/etc/device-agent/secrets/page";

  private final Bench bench;

  RestrictionChecks(Bench bench) {
    this.bench = bench;
  }

  /** What is refused, and a line of shell that does it. */
  static Stream<Arguments> refused() {
    return Stream.of(
        Arguments.of("read /home", "cat /home/somebody/letter"),
        Arguments.of("open /dev/mem", "exec 3</dev/mem"),
        Arguments.of("read the disk", "dd if=/dev/vda of=/dev/null bs=512 count=1"),
        Arguments.of("write to /etc", "touch /etc/device-agent/mine"),
        Arguments.of("listen on a public port", LISTEN),
        Arguments.of("read root's secret", "cat " + SECRET));
  }

  /** What is allowed, a line of shell that does it, and a line that its unit has in addition. */
  static Stream<Arguments> allowed() {
    return Stream.of(
        Arguments.of(
            "read the secret as systemd passes it",
            "grep -q letter $CREDENTIALS_DIRECTORY/secret_page",
            ""),
        Arguments.of("listen on a port that its unit names", LISTEN, "SocketBindAllow=tcp:8377"),
        Arguments.of("open a sound card", "exec 3<>/dev/snd/controlC0", ""),
        Arguments.of("open the GPIO chip", "exec 3<>/dev/gpiochip0", ""));
  }

  @BeforeAll
  void createTargets() throws IOException {
    bench
        .speaker()
        .order(
            "mkdir -p /home/somebody && echo secret >/home/somebody/letter && chmod -R a+rX"
                + " /home/somebody && (umask 077; echo letter >"
                + SECRET
                + ")");
  }

  @AfterAll
  void removeTargets() throws IOException {
    bench
        .speaker()
        .order(
            "rm -rf /home/somebody "
                + SECRET
                + " /run/probe* /run/systemd/system/probe.service /etc/device-agent/mine;"
                + " systemctl daemon-reload; systemctl reset-failed");
  }

  @Test
  @Order(1)
  void theExposureIsAtMost15() throws IOException {
    var exposure =
        bench
            .speaker()
            .ask(
                "systemd-analyze security device-agent | sed -n 's/.*exposure level.*:"
                    + " \\([0-9.]*\\) .*/\\1/p'");
    bench.note("systemd-analyze security device-agent: " + exposure);
    assertTrue(Double.parseDouble(exposure) <= 1.5);
  }

  @Test
  @Order(2)
  void theProcessHasNoCapability() throws IOException {
    assertEquals("0000000000000000", status("CapEff"));
  }

  @Test
  @Order(3)
  void theProcessCannotGainPrivileges() throws IOException {
    assertEquals("1", status("NoNewPrivs"));
  }

  @Test
  @Order(4)
  void theSystemCallsOfTheProcessAreFiltered() throws IOException {
    bench.note("its user IDs: " + status("Uid"));
    assertEquals("2", status("Seccomp"));
  }

  @ParameterizedTest(name = "root may {0}")
  @MethodSource("refused")
  @Order(5)
  void rootMay(String what, String command) throws IOException {
    assertEquals("0", bench.speaker().ask("(" + command + ") >/dev/null 2>&1; echo $?"), what);
  }

  @ParameterizedTest(name = "the service may not {0}")
  @MethodSource("refused")
  @Order(6)
  void theServiceMayNot(String what, String command) throws IOException {
    assertFalse(serviceMay(command, ""), what);
    bench.note(bench.speaker().ask("tail -n 1 /run/probe.log"));
  }

  @ParameterizedTest(name = "the service may {0}")
  @MethodSource("allowed")
  @Order(7)
  void theServiceMay(String what, String command, String line) throws IOException {
    assertTrue(serviceMay(command, line), what);
  }

  /** A line of the process's status, proc_pid_status(5). */
  private String status(String name) throws IOException {
    var file = "/proc/$(systemctl show -P MainPID device-agent)/status";
    return bench.speaker().ask("sed -n 's/^" + name + ":[[:space:]]*//p' " + file);
  }

  /** Whether a line of shell succeeds under the service's unit with one additional line. */
  private boolean serviceMay(String command, String line) throws IOException {
    // Removes the lines about the start and the end of the service. All restrictions stay.
    bench
        .speaker()
        .order(
            "sed -e '/^\\(Type\\|Exec.*\\|Watchdog.*\\|Restart.*\\|Timeout.*\\|SuccessExitStatus\\)=/d'"
                + " -e 's/^RuntimeDirectory=.*/RuntimeDirectory=probe/'"
                + " -e 's|^\\[Service\\]|&\\nType=oneshot\\nExecStart=/bin/sh /run/probe.sh\\n"
                + "StandardError=truncate:/run/probe.log\\n"
                + line
                + "|' /usr/lib/systemd/system/device-agent.service"
                + " >/run/systemd/system/probe.service");
    bench
        .speaker()
        .order("cat >/run/probe.sh <<'END'\n" + command + "\nEND\nsystemctl daemon-reload");
    return bench.speaker().ask("systemctl start probe >/dev/null 2>&1; echo $?").equals("0");
  }
}
