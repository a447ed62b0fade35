package dev.deviceagent.agent.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deviceagent.codec.BridgeControl;
import dev.deviceagent.codec.BridgeFrame;
import dev.deviceagent.codec.CodecException;
import dev.deviceagent.codec.Identity;
import dev.deviceagent.codec.Intent;
import dev.deviceagent.codec.Json;
import dev.deviceagent.codec.Signal;
import dev.deviceagent.codec.dialects.Dialects;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A talk with the pretend cloud, in each dialect and in virtual time. */
class PretendCloudTest {
  private static final Dialects DIALECTS = Dialects.of(new Identity("user_1", "robot_1", ""));

  /** The time must be compared by differences: {@link System#nanoTime()} may be anything. */
  private static final long START = Long.MAX_VALUE - TimeUnit.SECONDS.toNanos(1);

  private final List<Sent> sent = new ArrayList<>();
  private PretendCloud cloud = new PretendCloud(DIALECTS, DIALECTS.get("aicall"));
  private long now = START;

  /**
   * A frame of the cloud.
   *
   * @param what a signal, or a level
   * @param source the dialect of a signal
   */
  private record Sent(long millis, Object what, String source) {}

  private void start(String dialect) {
    cloud = new PretendCloud(DIALECTS, DIALECTS.get(dialect));
    sent.clear();
    now = START;
  }

  private void say(String dialect, Intent intent) {
    for (var message : DIALECTS.get(dialect).say(intent)) {
      cloud.hear(new BridgeFrame(BridgeFrame.MESSAGE, message.encode()), now);
    }
  }

  /** Presses the button, and releases it after this time. */
  private void talk(String dialect, long millis, Intent start, Intent end) throws CodecException {
    say(dialect, start);
    microphone("open");
    pass(millis);
    microphone("muted");
    say(dialect, end);
  }

  private void talk(String dialect) throws CodecException {
    talk(dialect, 1000, new Intent.StartTalk(false), new Intent.FinishTalk());
  }

  private void microphone(String state) {
    var told = Json.object().with("microphone", state).toString();
    cloud.hear(new BridgeFrame(BridgeFrame.CONTROL, told.getBytes(StandardCharsets.UTF_8)), now);
  }

  /** Lets this time pass, and waits as long as the cloud says in between. */
  private void pass(long millis) throws CodecException {
    long end = now + TimeUnit.MILLISECONDS.toNanos(millis);
    while (cloud.nanosToNext(now) <= end - now) {
      now += cloud.nanosToNext(now);
      sent.add(sent(Objects.requireNonNull(cloud.next(now), "a frame is due")));
    }
    now = end;
    assertNull(cloud.next(now));
  }

  private Sent sent(BridgeFrame frame) throws CodecException {
    long millis = TimeUnit.NANOSECONDS.toMillis(now - START);
    if (frame.kind() == BridgeFrame.CONTROL) {
      var level = (BridgeControl.Level) BridgeControl.read(frame.body());
      return new Sent(millis, level.level(), "");
    }
    var message = DIALECTS.receive(frame.body());
    assertEquals(1, message.signals().size());
    return new Sent(millis, message.signals().getFirst(), message.source());
  }

  private List<Sent> signals() {
    return sent.stream().filter(frame -> frame.what() instanceof Signal).toList();
  }

  private List<Object> meanings() {
    return signals().stream().map(Sent::what).toList();
  }

  private List<Double> levels() {
    return sent.stream()
        .map(Sent::what)
        .filter(Double.class::isInstance)
        .map(Double.class::cast)
        .toList();
  }

  static List<String> dialects() {
    return DIALECTS.names();
  }

  @ParameterizedTest
  @MethodSource("dialects")
  void aFinishedTalkIsAnswered(String dialect) throws Exception {
    start(dialect);
    talk(dialect);
    pass(60_000);
    assertEquals(
        List.of(new Signal.Thinking(), new Signal.Speaking(), new Signal.Idle()), meanings());
    var times = signals().stream().map(Sent::millis).toList();
    assertTrue(times.get(0) - 1000 < 500, times.toString());
    assertTrue(times.get(1) - times.get(0) > 800, "the light shows that it thinks: " + times);
    long speech = times.get(2) - times.get(1);
    assertTrue(speech >= 2000 && speech <= 3000, times.toString());
  }

  @ParameterizedTest
  @MethodSource("dialects")
  void theLoudnessChangesAsInSpeechAndEndsInSilence(String dialect) throws Exception {
    start(dialect);
    talk(dialect);
    pass(60_000);
    var first = sent.stream().filter(frame -> frame.what() instanceof Double).findFirst();
    assertTrue(sent.indexOf(first.orElseThrow()) > 1, "none before it speaks");
    assertEquals(new Signal.Idle(), sent.getLast().what(), "none after it");
    var levels = levels();
    assertEquals(0, levels.getLast());
    assertTrue(levels.size() >= 20 && levels.size() <= 60, "10 to 20 a second: " + levels);
    assertTrue(new HashSet<>(levels).size() > 10, levels.toString());
    assertTrue(levels.subList(0, levels.size() - 1).stream().allMatch(l -> l > 0 && l <= 1));
    assertTrue(levels.stream().anyMatch(level -> level > 0.6), levels.toString());
    assertTrue(levels.stream().filter(level -> level < 0.3).count() > 3, levels.toString());
  }

  @ParameterizedTest
  @MethodSource("dialects")
  void aCancelledTalkIsNotAnswered(String dialect) throws Exception {
    start(dialect);
    for (var cancel :
        List.of(
            Intent.CancelTalk.CUT_OFF,
            new Intent.CancelTalk(true, false, false),
            new Intent.CancelTalk(true, true, false),
            new Intent.CancelTalk(true, true, true))) {
      var start = new Intent.StartTalk(cancel.beganOverAi());
      talk(dialect, cancel.isTap() ? 200 : 2000, start, cancel);
      pass(60_000);
      sent.removeIf(frame -> frame.what().equals(new Signal.Idle()));
      assertEquals(List.of(), sent, cancel.toString());
    }
  }

  @ParameterizedTest
  @MethodSource("dialects")
  void anInterruptionOrANewTalkEndsTheAnswer(String dialect) throws Exception {
    start(dialect);
    for (var intent : List.of(new Intent.Interrupt(), new Intent.StartTalk(true))) {
      start(dialect);
      talk(dialect);
      pass(2000);
      assertEquals(List.of(new Signal.Thinking(), new Signal.Speaking()), meanings());
      int before = sent.size();
      say(dialect, intent);
      pass(60_000);
      assertEquals(before, sent.size(), intent.toString());
      talk(dialect);
      pass(60_000);
      assertEquals(new Signal.Idle(), meanings().getLast());
      assertEquals(5, meanings().size());
    }
  }

  /** Or the agent shows for half a minute that the AI thinks. */
  @ParameterizedTest
  @MethodSource("dialects")
  void aTalkWithoutWordsIsOverAtOnce(String dialect) throws Exception {
    start(dialect);
    say(dialect, new Intent.FinishTalk());
    pass(1000);
    talk(dialect, 200, new Intent.StartTalk(false), new Intent.FinishTalk());
    pass(1000);
    assertEquals(List.of(new Signal.Idle(), new Signal.Idle()), meanings());
    assertEquals(2, sent.size());
  }

  @ParameterizedTest
  @MethodSource("dialects")
  void nothingElseIsAnswered(String dialect) throws Exception {
    start(dialect);
    microphone("muted");
    say(dialect, new Intent.AskPushToTalk(true));
    for (var text : List.of("", "no message", "{\"microphone\":\"open\"}")) {
      var body = text.getBytes(StandardCharsets.UTF_8);
      cloud.hear(new BridgeFrame(BridgeFrame.MESSAGE, body), now);
      cloud.hear(new BridgeFrame(BridgeFrame.CONTROL, body), now);
    }
    assertEquals(Long.MAX_VALUE, cloud.nanosToNext(now));
    pass(60_000);
    assertEquals(List.of(), sent);
  }

  /** AICall has no message for the end of speech, and NERTC none for thinking. */
  @Test
  void theAnswerIsInTheDialectOfTheAgentWhereItHasTheMessage() throws Exception {
    for (var dialect : DIALECTS.names()) {
      start(dialect);
      talk(dialect);
      pass(60_000);
      var foreign =
          signals().stream()
              .filter(frame -> !frame.source().equals(dialect))
              .map(Sent::what)
              .toList();
      var expected =
          switch (dialect) {
            case "aicall" -> List.<Object>of(new Signal.Idle());
            case "nertc" -> List.<Object>of(new Signal.Thinking());
            default -> List.of();
          };
      assertEquals(expected, foreign, dialect);
    }
  }
}
