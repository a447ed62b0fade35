package dev.deviceagent.agent.link;

import dev.deviceagent.codec.BridgeFrame;
import dev.deviceagent.codec.CodecException;
import dev.deviceagent.codec.Dialect;
import dev.deviceagent.codec.Example;
import dev.deviceagent.codec.Intent;
import dev.deviceagent.codec.Json;
import dev.deviceagent.codec.JsonWriter;
import dev.deviceagent.codec.Signal;
import dev.deviceagent.codec.ToCloud;
import dev.deviceagent.codec.dialects.Dialects;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a cloud and its bridge send to the agent, without a cloud: each finished talk is answered by
 * thinking, then by speech of changing loudness, then by silence; one that is too short for a word
 * by silence only. A new talk, a cancelled one or an interruption ends the answer. Reads no clock:
 * the time is an argument. For one thread.
 */
final class PretendCloud {
  /**
   * A talk that is shorter contains no word. Some dialects end a tap over the AI as they end a
   * talk.
   */
  private static final Duration SHORTEST_WORDS = Duration.ofMillis(300);

  /** A cancelled talk is, in some dialects, a finished one and an interruption right after it. */
  private static final Duration RECOGNISES = Duration.ofMillis(300);

  private static final Duration THINKS = Duration.ofMillis(1200);
  private static final Duration SPEAKS = Duration.ofMillis(2600);

  /** Fifteen levels a second; PROTOCOL.md asks for ten to twenty. */
  private static final Duration LEVEL_INTERVAL = Duration.ofNanos(1_000_000_000 / 15);

  private final List<byte[]> ends;
  private final List<byte[]> interruptions;
  private final BridgeFrame thinking;
  private final BridgeFrame speaking;
  private final BridgeFrame silent;
  private final Deque<Due> answer = new ArrayDeque<>();
  private @Nullable Long openedAtNanos;
  private long soundNanos;

  private record Due(long atNanos, BridgeFrame frame) {}

  /**
   * @param dialect of the agent's messages, and of the answers if it has a message for them; else
   *     the message of another dialect is sent, which the agent understands too
   */
  PretendCloud(Dialects dialects, Dialect dialect) {
    ends = bytes(dialect, new Intent.FinishTalk());
    interruptions =
        Stream.of(
                new Intent.StartTalk(false),
                new Intent.StartTalk(true),
                new Intent.Interrupt(),
                Intent.CancelTalk.CUT_OFF)
            .flatMap(intent -> bytes(dialect, intent).stream())
            .toList();
    thinking = message(dialects, dialect, new Signal.Thinking());
    speaking = message(dialects, dialect, new Signal.Speaking());
    silent = message(dialects, dialect, new Signal.Idle());
  }

  private static List<byte[]> bytes(Dialect dialect, Intent intent) {
    return dialect.say(intent).stream().map(ToCloud::encode).toList();
  }

  /** Finds a message that means only this signal, among the examples of the dialects. */
  private static BridgeFrame message(Dialects dialects, Dialect first, Signal signal) {
    return Stream.concat(Stream.of(first), dialects.all().stream())
        .flatMap(dialect -> dialect.examples().stream())
        .map(Example::bytes)
        .filter(bytes -> means(dialects, bytes, signal))
        .map(bytes -> new BridgeFrame(BridgeFrame.MESSAGE, bytes))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no dialect has an example of " + signal));
  }

  private static boolean means(Dialects dialects, byte[] bytes, Signal signal) {
    try {
      return dialects.receive(bytes).signals().equals(List.of(signal));
    } catch (CodecException e) {
      throw new IllegalStateException("an example of a dialect cannot be read", e);
    }
  }

  /** Takes a frame of the agent. */
  void hear(BridgeFrame frame, long nanos) {
    if (frame.kind() == BridgeFrame.CONTROL) {
      microphone(frame.body(), nanos);
    } else if (contains(ends, frame.body())) {
      answer(nanos);
    } else if (contains(interruptions, frame.body())) {
      answer.clear();
    }
  }

  /** No sound arrives here: a microphone that is open for long enough has heard words. */
  private void microphone(byte[] control, long nanos) {
    if (isTold(control, "open")) {
      openedAtNanos = nanos;
    } else if (isTold(control, "muted") && openedAtNanos != null) {
      soundNanos = nanos - openedAtNanos;
      openedAtNanos = null;
    }
  }

  private static boolean isTold(byte[] control, String state) {
    var told = Json.object().with("microphone", state);
    return Arrays.equals(control, JsonWriter.utf8(told));
  }

  private static boolean contains(List<byte[]> messages, byte[] body) {
    return messages.stream().anyMatch(message -> Arrays.equals(message, body));
  }

  private void answer(long nanos) {
    answer.clear();
    boolean hasHeardWords = soundNanos > SHORTEST_WORDS.toNanos();
    soundNanos = 0;
    long thinks = nanos + RECOGNISES.toNanos();
    if (!hasHeardWords) {
      answer.add(new Due(thinks, silent));
      return;
    }
    long begins = thinks + THINKS.toNanos();
    answer.add(new Due(thinks, thinking));
    answer.add(new Due(begins, speaking));
    for (long at = 0; at < SPEAKS.toNanos(); at += LEVEL_INTERVAL.toNanos()) {
      answer.add(new Due(begins + at, level(loudness(at / 1e9))));
    }
    long ends = begins + SPEAKS.toNanos();
    answer.add(new Due(ends, level(0)));
    answer.add(new Due(ends, silent));
  }

  private static BridgeFrame level(double level) {
    var body = Json.object().with("level", Math.round(level * 100) / 100.0);
    return new BridgeFrame(BridgeFrame.CONTROL, JsonWriter.utf8(body));
  }

  /** Three syllables a second, in words of unequal weight. Never silent, never at the limit. */
  private static double loudness(double seconds) {
    double syllable = Math.abs(Math.sin(Math.PI * 3 * seconds));
    double word = 0.7 + 0.3 * Math.sin(2 * Math.PI * 0.8 * seconds);
    return 0.1 + 0.8 * syllable * word;
  }

  /** Takes the next frame of the answer that is due; null if none is. */
  @Nullable BridgeFrame next(long nanos) {
    var first = answer.peek();
    if (first == null || first.atNanos() - nanos > 0) {
      return null;
    }
    answer.remove();
    return first.frame();
  }

  /** The time until {@link #next} has a frame; {@code Long.MAX_VALUE} if no answer is under way. */
  long nanosToNext(long nanos) {
    var first = answer.peek();
    return first == null ? Long.MAX_VALUE : Math.max(0, first.atNanos() - nanos);
  }
}
