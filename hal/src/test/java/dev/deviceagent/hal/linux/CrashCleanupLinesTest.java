package dev.deviceagent.hal.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deviceagent.hal.Light.Start;
import dev.deviceagent.hal.linux.profile.BoardProfile;
import dev.deviceagent.hal.linux.profile.BoardProfile.Chipset;
import dev.deviceagent.hal.linux.profile.BoardProfile.Lamp;
import dev.deviceagent.hal.linux.profile.BoardProfile.Line;
import dev.deviceagent.hal.linux.profile.BoardProfile.Mixer;
import dev.deviceagent.hal.linux.profile.BoardProfile.OnePixel;
import dev.deviceagent.hal.linux.profile.BoardProfile.Panel;
import dev.deviceagent.hal.linux.profile.BoardProfile.PixelStrip;
import dev.deviceagent.hal.linux.profile.BoardProfile.Pixels;
import dev.deviceagent.hal.linux.profile.BoardProfile.Pwm;
import dev.deviceagent.hal.linux.profile.BoardProfile.Spi;
import dev.deviceagent.hal.linux.profile.BoardProfile.TwoLines;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests the instructions of the crash cleanup, and how the script handles those that it cannot
 * execute. {@code deploy/kernel/check} tests on a real kernel that it executes them.
 */
@Timeout(60)
class CrashCleanupLinesTest {
  private static final Path SCRIPT = Path.of("../device-agent/bin/last-will");

  @TempDir private Path folder;

  private static List<String> cleanup(
      @Nullable Pixels strip, @Nullable Panel display, @Nullable Mixer microphone, Lamp... lamps) {
    var lights = new LinkedHashMap<String, Lamp>();
    for (var lamp : lamps) {
      lights.put("light" + lights.size(), lamp);
    }
    return CrashCleanupLines.of(
        new BoardProfile(
            "b",
            List.of("pinctrl-bcm2711", "pinctrl-rp1"),
            new LinkedHashMap<>(Map.of()),
            lights,
            strip,
            display,
            null,
            microphone,
            null,
            null,
            null));
  }

  private static PixelStrip strip(Chipset chipset, BoardProfile.Feed feed, @Nullable Line power) {
    return new PixelStrip(chipset, feed, 2, 0, false, "BGR", 100, 0, 60, power);
  }

  @Test
  void theMicrophoneComesFirst() {
    assertEquals(
        List.of("capture\tHDA Intel\t-", "line\tpinctrl-bcm2711,pinctrl-rp1\t27\t0"),
        cleanup(
            null,
            null,
            new Mixer("HDA Intel", null),
            new Lamp(List.of(new Line(27, false)), Start.LAST)));
    assertEquals(
        List.of("capture\tseeed\tCapture"), cleanup(null, null, new Mixer("seeed", "Capture")));
  }

  @Test
  void darkIsHighWhereALowLevelLights() {
    assertEquals(
        List.of("line\tpinctrl-bcm2711,pinctrl-rp1\t5\t1", "pwm\tfe20c000.pwm,1\t0"),
        cleanup(
            new OnePixel(List.of(new Line(5, true)), 100),
            null,
            null,
            new Lamp(List.of(new Pwm(List.of("fe20c000.pwm", "1"), 0, 1000, true)), Start.LAST)));
  }

  @Test
  void aStripIsSentADarkFrameAndItsSupplyGoesOff() {
    var dark = "00000000" + "ff000000".repeat(2);
    var lines =
        cleanup(strip(Chipset.APA102, new Spi(0, 1, 8_000_000), new Line(5, false)), null, null);
    assertTrue(lines.get(0).startsWith("spi\t0\t1\t8000000\t" + dark), lines.get(0));
    assertEquals("line\tpinctrl-bcm2711,pinctrl-rp1\t5\t0", lines.get(1));
    assertTrue(
        cleanup(strip(Chipset.APA102, new TwoLines(10, 11), null), null, null)
            .getFirst()
            .startsWith("wires\tpinctrl-bcm2711,pinctrl-rp1\t10\t11\t" + dark));
    assertTrue(
        cleanup(strip(Chipset.WS2812, new Spi(0, 0, 1), null), null, null)
            .getFirst()
            .startsWith("spi\t0\t0\t3050000\t"));
  }

  @Test
  void aScreenIsSwitchedOff() {
    var panel = new Panel(BoardProfile.Controller.SSD1306, 1, 0x3c, false, 50);
    assertEquals(List.of("i2c\t1\t60\t00ae"), cleanup(null, panel, null));
  }

  private Process start(String... words) throws IOException {
    var command = new ArrayList<String>();
    command.add(SCRIPT.toString());
    command.addAll(List.of(words));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  /** Returns the script's output after it has ended with this exit code. */
  private static String said(Process helper, int exit) throws Exception {
    var said = new String(helper.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(exit, helper.waitFor(), said);
    return said;
  }

  private String run(String cleanup, int exit) throws Exception {
    var file = folder.resolve("cleanup");
    if (!cleanup.isEmpty()) {
      Files.writeString(file, cleanup);
    }
    return said(start(file.toString()), exit);
  }

  @Test
  void afterAnOrderlyEndThereIsNothingToDo() throws Exception {
    assertEquals("", run("", 0));
  }

  @Test
  void whatCannotBeDoneIsSaidAndTheRestIsTried() throws Exception {
    var said =
        run(
            """
            capture\tno such card\t-
            line\tno such chip\t5\t0
            spi\t77\t0\t1000\t00
            i2c\t77\t60\t00ae
            pwm\tno such pwm\t0
            sing\tloudly
            """,
            1);
    assertEquals(6, said.lines().count(), said);
    assertTrue(said.lines().allMatch(line -> line.startsWith("<3>")), said);
    assertTrue(said.contains("no GPIO chip is named no such chip"), said);
    assertTrue(said.contains("/dev/spidev77.0: No such file or directory"), said);
    assertTrue(said.contains("unknown action"), said);
  }

  @Test
  void theFileStaysWhereSomethingWasNotDone() throws Exception {
    run("sing\n", 1);
    assertTrue(Files.exists(folder.resolve("cleanup")));
    Files.writeString(folder.resolve("cleanup"), "");
    assertEquals("", run("", 0));
    assertFalse(Files.exists(folder.resolve("cleanup")));
  }

  /** A process that lives until it is stopped. */
  private static Process someProcess() throws IOException {
    return new ProcessBuilder("cat").start();
  }

  private Path left(long pid, String lines) throws IOException {
    return Files.writeString(folder.resolve("cleanup"), "process\t" + pid + "\n" + lines);
  }

  @Test
  void itWaitsForTheProcessAndActs() throws Exception {
    var agent = someProcess();
    var file = left(agent.pid(), "sing\tloudly\n");
    var helper = start("--after", Long.toString(agent.pid()), file.toString());
    assertFalse(helper.waitFor(200, TimeUnit.MILLISECONDS));
    agent.destroyForcibly().waitFor();
    assertEquals("<3>sing loudly: unknown action\n", said(helper, 1));
  }

  /** The agent was killed, and restarted before its helper acted. */
  @Test
  void theFileOfAnotherProcessIsNeitherDoneNorRemoved() throws Exception {
    var agent = someProcess();
    agent.destroyForcibly().waitFor();
    var file = left(agent.pid() + 1, "sing\tloudly\n");
    assertEquals("", said(start("--after", Long.toString(agent.pid()), file.toString()), 0));
    assertTrue(Files.exists(file));
    Files.writeString(file, "sing\tloudly\n");
    assertEquals("", said(start("--after", Long.toString(agent.pid()), file.toString()), 0));
    assertTrue(Files.exists(file), "nobody's");
  }

  @Test
  void theFileOfItsOwnProcessIsRemoved() throws Exception {
    var agent = someProcess();
    agent.destroyForcibly().waitFor();
    var file = left(agent.pid(), "");
    assertEquals("", said(start("--after", Long.toString(agent.pid()), file.toString()), 0));
    assertEquals(List.of(), names());
  }

  @Test
  void withoutAProcessWhateverIsThereIsDone() throws Exception {
    var file = left(7, "");
    assertEquals("", said(start(file.toString()), 0));
    assertEquals(List.of(), names());
  }

  private List<String> names() throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(Path::getFileName).map(Path::toString).sorted().toList();
    }
  }

  /** The lines arrive through a pipe, so that the test controls when each is read. */
  @Test
  void aFileThatIsReplacedMeanwhileIsNeitherDoneNorRemoved() throws Exception {
    var agent = someProcess();
    agent.destroyForcibly().waitFor();
    var pipe = folder.resolve("cleanup");
    assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
    var helper = start("--after", Long.toString(agent.pid()), pipe.toString());
    try (var lines = Files.newBufferedWriter(pipe)) {
      lines.write("process\t" + agent.pid() + "\nsing\tloudly\n");
      lines.flush();
      assertEquals("<3>sing loudly: unknown action", helper.inputReader().readLine());
      var next = Files.writeString(folder.resolve("next"), "process\t1\ndance\n");
      Files.move(next, pipe, StandardCopyOption.REPLACE_EXISTING);
      lines.write("dance\n");
    }
    assertNull(helper.inputReader().readLine(), "the next process has the hardware");
    assertEquals(1, helper.waitFor());
    assertEquals("process\t1\ndance\n", Files.readString(pipe));
    assertEquals(List.of("cleanup"), names());
  }

  /** Without a failure, the file would be removed. */
  @Test
  void aFileThatIsReplacedAtTheEndStays() throws Exception {
    var agent = someProcess();
    agent.destroyForcibly().waitFor();
    var pipe = folder.resolve("cleanup");
    assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
    var helper = start("--after", Long.toString(agent.pid()), pipe.toString());
    try (var lines = Files.newBufferedWriter(pipe)) {
      lines.write("process\t" + agent.pid() + "\n");
      lines.flush();
      var next = Files.writeString(folder.resolve("next"), "process\t1\n");
      Files.move(next, pipe, StandardCopyOption.REPLACE_EXISTING);
    }
    assertEquals("", said(helper, 0));
    assertEquals("process\t1\n", Files.readString(pipe));
    assertEquals(List.of("cleanup"), names());
  }

  /** An old kernel, a system call filter, no descriptor left: the helper survives each of them. */
  @ParameterizedTest
  @ValueSource(ints = {1, 22, 24, 38})
  void whereItCannotBeNotifiedItLooksAgainAndAgain(int errno) throws Exception {
    var agent = someProcess();
    var file = left(agent.pid(), "sing\tloudly\n");
    var helper =
        new ProcessBuilder(
                "perl",
                "-e",
                WITHOUT_PIDFD,
                Integer.toString(errno),
                SCRIPT.toString(),
                "--after",
                Long.toString(agent.pid()),
                file.toString())
            .redirectErrorStream(true)
            .start();
    var told = helper.inputReader().readLine();
    var waits = "<4>cannot watch process " + agent.pid() + ", so it is polled: pidfd_open: ";
    assertTrue(told.startsWith(waits), told);
    assertFalse(helper.waitFor(200, TimeUnit.MILLISECONDS));
    agent.destroyForcibly().waitFor();
    assertEquals("<3>sing loudly: unknown action", helper.inputReader().readLine());
    assertNull(helper.inputReader().readLine());
    assertEquals(1, helper.waitFor());
  }

  /**
   * Makes pidfd_open fail with an errno, by a seccomp filter
   * (Documentation/userspace-api/seccomp_filter.rst), and then executes a program.
   */
  private static final String WITHOUT_PIDFD =
      """
      my %prctl = (x86_64 => 157, aarch64 => 167);
      chomp(my $machine = `uname -m`);
      my $prctl = $prctl{$machine} // die "unknown: $machine";
      my @filter = ([0x20, 0, 0, 0], [0x15, 0, 1, 434], [6, 0, 0, 0x50000 | shift], [6, 0, 0, 0x7fff0000]);
      my $code = join '', map { pack 'S C C L', @$_ } @filter;
      my $program = pack 'S x6 P', scalar @filter, $code;
      syscall($prctl, 38, 1, 0, 0, 0) == 0 or die "no_new_privs: $!";
      syscall($prctl, 22, 2, $program) == 0 or die "seccomp: $!";
      exec @ARGV or die $!;
      """;
}
