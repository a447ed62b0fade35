package dev.deviceagent.agent.core;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.deviceagent.agent.fuzz.Cost;
import dev.deviceagent.agent.fuzz.Seeds;
import dev.deviceagent.agent.fuzz.Target;
import dev.deviceagent.agent.link.MessagesTarget;
import dev.deviceagent.agent.tools.Lane;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * The core, in virtual time, in every dialect: no message throws or takes long, and the microphone
 * is open only in a talk. An input is a list of steps, separated by the byte {@link #NEXT}; the
 * first step may name a configuration. Each step is a word of {@link #step} or a message.
 */
public final class CoreTarget implements Target {
  private static final char NEXT = 0x1E;
  private static final int STEPS_MOST = 64;
  private static final long WAIT_MOST_MILLIS = 120_000;
  private static final Cost LIMIT = new Cost(TimeUnit.MILLISECONDS.toNanos(200), 16 << 20);

  private static final SortedMap<String, String> CONFIGURATIONS =
      new TreeMap<>(
          Map.of(
              "aicall", "",
              "spoken", "link: {speak: volcengine}",
              "natural", "push_to_talk: {enabled: false}",
              "nertc", "link: {dialect: nertc}",
              "volcengine", "link: {dialect: volcengine}"));

  @Override
  public void run(byte[] input) throws Exception {
    LIMIT.limit(() -> play(input));
  }

  /** Runs the steps; returns the cost of the most expensive one. */
  private static Cost play(byte[] input) throws Exception {
    var steps = steps(input);
    var first = steps.isEmpty() ? "" : new String(steps.getFirst(), UTF_8);
    var yaml = CONFIGURATIONS.get(first);
    var scenario = Scenario.joined(yaml == null ? "" : yaml);
    var talk = new TalkRules(scenario);
    var dearest = Cost.NONE;
    for (var step : yaml == null ? steps : steps.subList(1, steps.size())) {
      dearest = dearest.max(Cost.of(() -> step(scenario, step)));
      talk.check();
    }
    dearest = dearest.max(Cost.of(() -> scenario.stop().millis(3_000)));
    talk.checkEnd();
    return dearest;
  }

  private static List<byte[]> steps(byte[] input) {
    var steps = new ArrayList<byte[]>();
    int from = 0;
    for (int i = 0; i <= input.length && steps.size() < STEPS_MOST; i++) {
      if (i == input.length || input[i] == NEXT) {
        steps.add(Arrays.copyOfRange(input, from, i));
        from = i + 1;
      }
    }
    return steps;
  }

  private static void step(Scenario scenario, byte[] step) {
    var words = new String(step, UTF_8);
    switch (words) {
      case "press" -> scenario.press();
      case "release" -> scenario.release();
      case "mute on" -> scenario.mute(true);
      case "mute off" -> scenario.mute(false);
      case "join" -> scenario.join();
      case "left" -> scenario.left();
      case "gone" -> scenario.bridgeGone();
      case "slow" -> scenario.actuators.slow.addAll(List.of(Lane.values()));
      case "fast" -> List.of(Lane.values()).forEach(scenario::release);
      default -> {
        if (words.matches("wait \\d{1,6}")) {
          scenario.millis(Math.min(Long.parseLong(words.substring(5)), WAIT_MOST_MILLIS));
        } else {
          scenario.hear(MessagesTarget.message(step));
        }
      }
    }
  }

  @Override
  public List<byte[]> seeds() throws IOException {
    var seeds = new ArrayList<byte[]>();
    var words =
        List.of(
            "press",
            "wait 900",
            "release",
            "wait 3000",
            "mute on",
            "press",
            "mute off",
            "gone",
            "join",
            "press",
            "wait 100",
            "left",
            "release",
            "slow",
            "fast",
            "wait 70000");
    var configurations = List.copyOf(CONFIGURATIONS.keySet());
    for (var configuration : configurations) {
      seeds.add(Seeds.utf8(configuration + NEXT + String.join("" + NEXT, words)));
    }
    for (var message : Seeds.messages()) {
      seeds.add(script(configurations.get(seeds.size() % configurations.size()), message));
    }
    for (var message : Seeds.longMessages()) {
      seeds.add(script("spoken", message));
    }
    return seeds;
  }

  private static byte[] script(String configuration, byte[] message) {
    var script = new ByteArrayOutputStream();
    script.writeBytes(Seeds.utf8(configuration + NEXT + "press" + NEXT));
    script.writeBytes(message);
    script.writeBytes(Seeds.utf8(NEXT + "wait 5000" + NEXT + "release"));
    return script.toByteArray();
  }
}
