package dev.deviceagent.hal.linux.alsa;

import dev.deviceagent.hal.Audio;
import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.HalException.Kind;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A sound card through ALSA, or a sound server through its ALSA plugin. It is open only while a
 * sound plays, so that other programs can use it, and a card that is plugged in later is found. Any
 * thread; calls are serialised.
 *
 * <p>If a card hangs, the call fails {@value #PATIENCE_SECONDS} seconds after the sound should have
 * ended. If a sound server hangs, the call fails when the server's client library gives up. To play
 * to the end, this class does not use snd_pcm_drain, which waits without limit in PulseAudio's
 * plugin ({@code pcm_pulse.c}). Instead, it plays silence after the sound, as much as the device
 * buffers: when the device has accepted that, it has played the sound.
 */
public final class AlsaAudio implements Audio {
  private static final int CHUNK_MILLIS = 20;
  private static final int CHUNK = RATE * CHUNK_MILLIS / 1000;

  /**
   * Samples of silence before a sound (50 ms). An amplifier or server that slept loses this part.
   */
  private static final int WAKING = RATE / 20;

  /**
   * Samples for the buffers behind that of the device (0.1 s): those of a sound server or USB
   * cable.
   */
  private static final int SETTLING = RATE / 10;

  /** Samples from playing to recording (0.5 s): all buffers on the way, and the room. */
  private static final int LATENCY = RATE / 2;

  private static final int PATIENCE_SECONDS = 4;

  private final String play;
  private final @Nullable String record;
  private @Nullable PcmFunctions functions;

  /**
   * Opens nothing yet.
   *
   * @param play a device as listed by {@code aplay -L}; preferably one that mixes and converts,
   *     such as {@code default}
   * @param record a device as listed by {@code arecord -L}; null if there is no microphone
   */
  public AlsaAudio(String play, @Nullable String record) {
    this.play = play;
    this.record = record;
  }

  @Override
  public String where() {
    return Pcm.where(play);
  }

  /** Opens both devices and plays nothing. */
  @Override
  public synchronized void probe() throws HalException {
    var alsa = functions();
    Pcm.open(alsa, play, false).close();
    if (record != null) {
      Pcm.open(alsa, record, true).close();
    }
  }

  /**
   * Blocks until the samples have been played.
   *
   * @throws HalException {@code ABSENT}, {@code DENIED}, {@code BUSY} if another program plays and
   *     the device does not mix, {@code UNSUPPORTED}, or {@code FAILED}
   */
  @Override
  public synchronized void play(short[] samples) throws HalException {
    try (var out = Pcm.open(functions(), play, false);
        var arena = Arena.ofConfined()) {
      run(new Part(out, sound(arena, samples, out)), null);
    }
  }

  /**
   * Starts to record before it plays, and records {@value #LATENCY} samples more than it plays.
   * Returns the loudest stretch of the recording, as long as the samples played, so that it
   * contains the sound regardless of the delay.
   *
   * @throws HalException as {@link #play}; {@code UNSUPPORTED} without a recording device
   */
  @Override
  public synchronized short[] hear(short[] samples) throws HalException {
    if (record == null) {
      throw new HalException(
          Kind.UNSUPPORTED,
          where(),
          "no recording device is configured",
          "name one in the board file");
    }
    var alsa = functions();
    try (var out = Pcm.open(alsa, play, false);
        var arena = Arena.ofConfined()) {
      var part = new Part(out, sound(arena, samples, out));
      var heard = arena.allocate(ValueLayout.JAVA_SHORT, samples.length + LATENCY);
      try (var in = Pcm.open(alsa, record, true)) {
        run(part, new Part(in, heard)); // without delay, as it records from here on
      }
      return loudest(heard.toArray(ValueLayout.JAVA_SHORT), samples.length);
    }
  }

  /** The samples between two silences. */
  private static MemorySegment sound(Arena arena, short[] samples, Pcm out) throws HalException {
    long count = (long) WAKING + samples.length + out.bufferFrames() + SETTLING;
    var sound = arena.allocate(ValueLayout.JAVA_SHORT, count);
    long begin = WAKING * (long) Short.BYTES;
    MemorySegment.copy(samples, 0, sound, ValueLayout.JAVA_SHORT, begin, samples.length);
    return sound;
  }

  /** A device, and the memory that it plays or fills. */
  private static final class Part {
    private final Pcm pcm;
    private final MemorySegment memory;
    private final int count;
    private int moved;

    Part(Pcm pcm, MemorySegment memory) {
      this.pcm = pcm;
      this.memory = memory;
      this.count = (int) (memory.byteSize() / Short.BYTES);
    }

    boolean isDone() {
      return moved == count;
    }

    /**
     * Moves at most one chunk, since the other device waits. Returns whether anything was moved.
     */
    boolean move() throws HalException {
      int now = isDone() ? 0 : pcm.move(memory, moved, Math.min(CHUNK, count - moved));
      moved += now;
      return now > 0;
    }
  }

  /**
   * Starts playback when the other device records, since a microphone may take a while to start.
   */
  private static void run(Part out, @Nullable Part in) throws HalException {
    long seconds = (in == null ? out.count : Math.max(out.count, in.count)) / RATE;
    long patience = seconds + PATIENCE_SECONDS;
    long start = System.nanoTime();
    while (true) {
      boolean plays = in == null || in.moved > 0;
      var waiting = in == null || in.isDone() ? out : in;
      if (waiting.isDone()) {
        return;
      }
      if (System.nanoTime() - start > TimeUnit.SECONDS.toNanos(patience)) {
        throw (plays && !out.isDone() ? out : waiting).pcm.isStuck(patience);
      }
      boolean isMoving = plays && out.move();
      if (in != null) {
        isMoving |= in.move();
      }
      if (!isMoving) {
        waiting.pcm.await(CHUNK_MILLIS);
      }
    }
  }

  /** Returns the stretch of {@code count} samples that has the most energy. */
  static short[] loudest(short[] heard, int count) {
    long energy = 0;
    long most = 0;
    int end = count;
    for (int i = 0; i < heard.length; i++) {
      energy += heard[i] * heard[i];
      if (i >= count) {
        energy -= heard[i - count] * heard[i - count];
        if (energy > most) {
          most = energy;
          end = i + 1;
        }
      } else {
        most = energy;
      }
    }
    var stretch = new short[count];
    System.arraycopy(heard, end - count, stretch, 0, count);
    return stretch;
  }

  private PcmFunctions functions() throws HalException {
    var linked = functions;
    if (linked == null) {
      linked = new PcmFunctions(Alsa.load(where()));
      functions = linked;
    }
    return linked;
  }
}
