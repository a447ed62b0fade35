package dev.deviceagent.agent.core;

import dev.deviceagent.agent.Boards;
import dev.deviceagent.agent.alarms.AlarmBook;
import dev.deviceagent.agent.config.Config;
import dev.deviceagent.agent.config.ConfigException;
import dev.deviceagent.agent.config.ConfigReader;
import dev.deviceagent.agent.config.Sentences;
import dev.deviceagent.agent.tools.Lane;
import dev.deviceagent.agent.tools.Tools;
import dev.deviceagent.agent.view.ViewState;
import dev.deviceagent.codec.CodecException;
import dev.deviceagent.codec.Identity;
import dev.deviceagent.codec.Json;
import dev.deviceagent.codec.dialects.Dialects;
import dev.deviceagent.hal.Board;
import dev.deviceagent.hal.sim.SimBoard;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A core on the simulated board, with recorded actuators and a virtual clock: nothing waits, and
 * time passes only in {@link #advance}.
 */
final class Scenario {
  static final String START = aiCall(1106);
  static final String FINISH = aiCall(1107);
  static final String CANCEL = aiCall(1108);
  static final String INTERRUPT = aiCall(1101);
  static final String ASK_ON =
      "{\"type\":1105,\"senderId\":\"user_1\",\"receiverId\":\"robot_1\",\"data\":{\"enable\":true}}";
  static final String ASK_OFF = ASK_ON.replace("true", "false");
  static final String TOLD_OPEN = "{\"microphone\":\"open\"}";
  static final String TOLD_MUTED = "{\"microphone\":\"muted\"}";

  static final Instant DAWN = Instant.parse("2026-01-01T00:00:00Z");

  /** If a tick does not move the deadline, the loop would use the whole processor. */
  private static final int TICKS_AT_ONE_TIME = 20;

  /** Negative, as {@link System#nanoTime()} may be. */
  private static final long START_NANOS = -7_000_000_000L;

  /** Cached: a fuzzer creates thousands of scenarios a second. */
  private static final Map<String, Config> CONFIGS = new ConcurrentHashMap<>();

  private static final Dialects DIALECTS = Dialects.of(new Identity("user_1", "robot_1", "1.2.3"));

  private static final Map<Config, Sentences> SENTENCES = new ConcurrentHashMap<>();

  final SimBoard board;
  final RecordedActuators actuators;
  final Core core;
  private final Dialects dialects;
  private long nanos = START_NANOS;
  private int read;
  private long connections;

  /** A new core. */
  Scenario(String yaml, boolean muted, boolean owesCancel) {
    this(new SimBoard(_ -> {}), null, Tools.TABLE, DIALECTS, yaml, muted, owesCancel);
  }

  /** A core on a board from the test. */
  static Scenario on(Board board, String yaml) {
    return joined(new SimBoard(_ -> {}), board, Tools.TABLE, DIALECTS, yaml);
  }

  /** A core with other dialects than the program's. */
  static Scenario speaking(Dialects dialects, String yaml) {
    return joined(new SimBoard(_ -> {}), null, Tools.TABLE, dialects, yaml);
  }

  /** A joined core; the table of tools has one more line. */
  static Scenario with(Tools.Entry tool, String yaml) {
    var table = Stream.concat(Tools.TABLE.stream(), Stream.of(tool)).toList();
    var scenario = joined(new SimBoard(_ -> {}), null, table, DIALECTS, yaml);
    scenario.news();
    return scenario;
  }

  private static Scenario joined(
      SimBoard sim,
      @Nullable Board other,
      List<Tools.Entry> table,
      Dialects dialects,
      String yaml) {
    return new Scenario(sim, other, table, dialects, yaml, false, false).ready().join();
  }

  private Scenario(
      SimBoard sim,
      @Nullable Board other,
      List<Tools.Entry> table,
      Dialects dialects,
      String yaml,
      boolean muted,
      boolean owesCancel) {
    board = sim;
    this.dialects = dialects;
    var used = other == null ? sim : other;
    actuators = new RecordedActuators(used);
    var config =
        dialects.equals(DIALECTS)
            ? CONFIGS.computeIfAbsent(yaml, read -> config(read, dialects))
            : config(yaml, dialects);
    core =
        new Core(
            config,
            dialects,
            new Tools(table, used, config.aliases(), new AlarmBook(clock, actuators.alarms)),
            SENTENCES.computeIfAbsent(
                config, read -> Sentences.load(read.language(), read.directory())),
            muted,
            owesCancel,
            actuators);
  }

  private static Config config(String yaml, Dialects dialects) {
    try {
      return new ConfigReader(Tools.NAMES, Boards.NAMES, dialects)
          .parse(yaml, "agent.yaml", Path.of("/nowhere"));
    } catch (ConfigException e) {
      throw new AssertionError(String.join("\n", e.lines()), e);
    }
  }

  /** A joined core with the defaults; the messages of joining have been read. */
  static Scenario joined() {
    return joined("");
  }

  static Scenario joined(String yaml) {
    var scenario = new Scenario(yaml, false, false).ready().join();
    scenario.news();
    return scenario;
  }

  /** One of the agent's AICall messages, without data. */
  static String aiCall(int type) {
    return "{\"type\":" + type + ",\"senderId\":\"user_1\",\"receiverId\":\"robot_1\"}";
  }

  Scenario ready() {
    return accept(new Input.Ready());
  }

  /** A bridge connects and reports that it has joined. */
  Scenario join() {
    return accept(new Input.BridgeCame(++connections)).accept(new Input.Joined());
  }

  Scenario accept(Input input) {
    if (!core.isOver()) {
      core.accept(input, now());
    }
    return settle();
  }

  /** Runs everything that happens without external input and takes no time. */
  private Scenario settle() {
    actuators.work();
    for (var echo = actuators.echoes.poll(); echo != null; echo = actuators.echoes.poll()) {
      if (!core.isOver()) {
        core.accept(echo, now());
      }
      actuators.work();
    }
    return this;
  }

  /** The scenario's time of day, in UTC. */
  private final Clock clock =
      new Clock() {
        @Override
        public ZoneId getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
          throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
          return now().wall();
        }
      };

  private Moment now() {
    return new Moment(nanos, DAWN.plusNanos(nanos - START_NANOS));
  }

  /** Lets time pass; the core is called only at its deadlines. */
  Scenario advance(Duration time) {
    long target = nanos + time.toNanos();
    int ticks = 0;
    while (!core.isOver() && core.deadlineNanos() <= target) {
      ticks = core.deadlineNanos() <= nanos ? ticks + 1 : 0;
      if (ticks > TICKS_AT_ONE_TIME) {
        throw new AssertionError("a deadline that does not move on: " + core.deadlineNanos());
      }
      nanos = Math.max(nanos, core.deadlineNanos());
      core.tick(now());
      settle();
    }
    nanos = target;
    return this;
  }

  Scenario millis(long millis) {
    return advance(Duration.ofMillis(millis));
  }

  long nanos() {
    return nanos;
  }

  Scenario press() {
    return edge(true);
  }

  Scenario release() {
    return edge(false);
  }

  Scenario edge(boolean closed) {
    return edge(SimBoard.TALK, closed);
  }

  Scenario edge(String button, boolean closed) {
    return accept(new Input.Edge(button, closed, nanos));
  }

  /** Presses a button other than the talk button, for this time. */
  Scenario hold(String button, long millis) {
    return edge(button, true).millis(millis).edge(button, false).millis(50);
  }

  /** Presses, waits for this time, and releases. */
  Scenario hold(Duration time) {
    return press().advance(time).release();
  }

  Scenario hold(long millis) {
    return hold(Duration.ofMillis(millis));
  }

  Scenario hear(String text) {
    return hear(text.getBytes(StandardCharsets.UTF_8));
  }

  Scenario hear(byte[] bytes) {
    try {
      return accept(new Input.Heard(dialects.receive(bytes), true, bytes.length));
    } catch (CodecException e) {
      return accept(new Input.Rejected(e, true));
    }
  }

  /** Message 1007. */
  Scenario mode(boolean enabled) {
    return hear("{\"type\":1007,\"senderId\":\"r\",\"data\":{\"enable\":" + enabled + "}}");
  }

  /** The owner's answer when it arrives: empty for "done", otherwise the reason. */
  List<Optional<String>> mute(boolean on) {
    var answers = new ArrayList<Optional<String>>();
    accept(new Input.Mute(on, failure -> answers.add(Optional.ofNullable(failure))));
    return answers;
  }

  Scenario left() {
    return accept(new Input.Left("the room was closed"));
  }

  Scenario bridgeGone() {
    return accept(new Input.BridgeLeft("the bridge has gone", actuators.taken));
  }

  Scenario stop() {
    return accept(new Input.Stop());
  }

  Scenario microphone(RecordedActuators.Answer answer) {
    actuators.microphone = answer;
    return this;
  }

  /** The microphone finishes all delayed requests. */
  Scenario releaseMicrophone() {
    actuators.releaseMicrophone();
    return settle();
  }

  Scenario releaseDisk() {
    actuators.releaseDisk();
    return settle();
  }

  Scenario slow(Lane lane) {
    actuators.slow.add(lane);
    return this;
  }

  /** A slow lane finishes its jobs and is no longer slow. */
  Scenario release(Lane lane) {
    actuators.slow.remove(lane);
    actuators.release(lane);
    return settle();
  }

  /** Messages, frames for the bridge and moves of the microphone since the last call. */
  List<String> news() {
    var fresh = List.copyOf(actuators.log.subList(read, actuators.log.size()));
    read = actuators.log.size();
    return fresh.stream()
        .filter(line -> line.startsWith("mic ") || line.startsWith("{") || isFrame(line))
        .toList();
  }

  /** Only messages to the cloud since the last call of this method or {@link #news}. */
  List<String> said() {
    return news().stream()
        .filter(line -> !line.startsWith("mic ") && !line.startsWith("{\"microphone\""))
        .toList();
  }

  private static boolean isFrame(String line) {
    return line.startsWith("ctrl {") || line.startsWith("func {");
  }

  ViewState view() {
    return actuators.view();
  }

  Status snapshot() {
    var answers = new ArrayList<Status>();
    accept(new Input.AskStatus(answers::add));
    return answers.getFirst();
  }

  /** The snapshot as JSON. */
  Json.Obj status() {
    return snapshot().toJson();
  }

  String state() {
    return status().get("state") instanceof Json.Text(var word) ? word : "none";
  }

  /** A member of a part of the status, as JSON. */
  String status(String part, String member) {
    return status().get(part) instanceof Json.Obj object ? String.valueOf(object.get(member)) : "";
  }
}
