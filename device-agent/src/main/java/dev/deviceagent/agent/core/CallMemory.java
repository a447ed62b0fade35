package dev.deviceagent.agent.core;

import dev.deviceagent.codec.Outcome;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** The calls of the last minute. A call that is repeated within this time does not run again. */
final class CallMemory {
  private static final Duration REMEMBERED = Duration.ofMinutes(1);
  private static final int REMEMBERED_MOST = 1000;

  private final SequencedMap<CallKey, Remembered> calls = new LinkedHashMap<>();

  /** When a call arrived, and its outcome once it is known. */
  private record Remembered(long atNanos, @Nullable Outcome outcome) {}

  /** Whether the call was made within the last minute. If not, it is added. */
  boolean isRepeated(CallKey key, long now) {
    while (!calls.isEmpty()
        && (calls.size() > REMEMBERED_MOST
            || now - calls.firstEntry().getValue().atNanos() > REMEMBERED.toNanos())) {
      calls.pollFirstEntry();
    }
    return calls.putIfAbsent(key, new Remembered(now, null)) != null;
  }

  void done(CallKey key, Outcome outcome) {
    calls.computeIfPresent(key, (_, call) -> new Remembered(call.atNanos(), outcome));
  }

  /** The outcome of a call; null while it runs, or if the call has expired. */
  @Nullable Outcome outcome(CallKey key) {
    var call = calls.get(key);
    return call == null ? null : call.outcome();
  }

  void clear() {
    calls.clear();
  }
}
