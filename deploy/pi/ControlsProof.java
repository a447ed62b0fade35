import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Checks an owner's controls: the button, the volume, the plug of the speaker. */
final class ControlsProof {
  private final Bench bench;

  ControlsProof(Bench bench) {
    this.bench = bench;
  }

  void button() throws IOException {
    bench.join();
    bench.pi.wires().takeEdges();
    long pressed = System.nanoTime();
    bench.pi.wires().press();
    bench.bridge.until("1106");
    bench.checks.note(
        "1106 is at the bridge %.0f ms after the press".formatted(Bench.seconds(pressed) * 1000));
    bench.checks.see("then it is told", "open", Bridge.word(bench.bridge.until("microphone")));
    bench.checks.see("the light's line is high, seen outside", true, isLit(pressed));
    bench.checks.see("the capture switch", true, bench.speaker.hears());
    Wait.pause(Duration.ofMillis(700)); // a shorter press is a tap
    bench.pi.wires().release();
    bench.checks.see("let go", List.of("muted", "1107"), bench.ending());
    bench.checks.see("the capture switch, let go", false, bench.speaker.hears());
    bench.pi.wires().press(Duration.ofMillis(120));
    var tap = bench.ending();
    // A delayed machine sees the release of the button before it has opened the microphone.
    var wanted =
        tap.contains("open") ? List.of("1106", "open", "muted", "1108") : List.of("1106", "1108");
    bench.checks.see("a tap", wanted, tap);
    bench.bridge.call("ControlDevice", "{\"device\":\"light\",\"state\":\"on\"}");
    bench.checks.see("the lamp's line, switched on", true, bench.pi.wires().isHigh(Wires.LAMP));
    bench.bridge.call("ControlDevice", "{\"device\":\"light\",\"state\":\"off\"}");
    bench.checks.see("the lamp's line, switched off", false, bench.pi.wires().isHigh(Wires.LAMP));
  }

  private boolean isLit(long pressed) throws IOException {
    boolean isHigh = bench.pi.wires().await(Wires.LIGHT, true, Duration.ofSeconds(5));
    for (var edge : bench.pi.wires().takeEdges()) {
      if (edge.line() == Wires.LIGHT && edge.high()) {
        double millis = (edge.nanos() - pressed) / 1e6;
        bench.checks.note("the light's line rises %.0f ms after the press".formatted(millis));
        break;
      }
    }
    return isHigh;
  }

  void volume() throws IOException {
    bench.join();
    setVolume("SetVolume 35", 35);
    bench.pi.monitor().unplugSpeaker();
    boolean isGone =
        Wait.until(Bench.BOOT, () -> !bench.speaker.ask("cat /proc/asound/cards").contains("USB"));
    bench.checks.see("the card is gone", true, isGone);
    var answer = bench.bridge.call("SetVolume", "{\"volume\":20}");
    bench.checks.see("SetVolume without it", true, answer.contains("device_absent"));
    bench.checks.see(
        "status names it",
        true,
        bench
            .speaker
            .ask("device-agent status --json")
            .contains("\"problems\":{\"volume\":\"alsa:Audio"));
    bench.pi.monitor().plugSpeaker();
    boolean isBack =
        Wait.until(Bench.BOOT, () -> bench.speaker.ask("cat /proc/asound/cards").contains("USB"));
    bench.checks.see("the card is back", true, isBack);
    bench.speaker.ask("udevadm settle; sleep 1");
    setVolume("SetVolume 60 on the card that is back", 60);
  }

  private void setVolume(String what, int percent) throws IOException {
    var answer = bench.bridge.call("SetVolume", "{\"volume\":%d}".formatted(percent));
    boolean isDone = answer.contains("\"volume\":" + percent);
    bench.checks.see(what + ": its result", true, isDone ? true : answer);
    bench.checks.see(what + ": amixer -M", String.valueOf(percent), bench.speaker.loudness());
  }
}
