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
 * A sound card through ALSA, or a sound server through its plugin. It is open only while something
 * sounds, so that others can have it and what is plugged in later is found. May be called from any
 * thread; calls take turns.
 *
 * <p>A card that hangs fails {@value #PATIENCE_SECONDS} seconds after its sound should be over; a
 * sound server that hangs, when its own client library gives up. To play to the end this does not
 * use snd_pcm_drain, which PulseAudio's plugin has wait without end ({@code pcm_pulse.c}): behind
 * the sound it plays silence, as much as the device holds, and when the device has taken that, it
 * has played the sound.
 */
public final class AlsaAudio implements Audio {
  private static final int CHUNK_MILLIS = 20;
  private static final int CHUNK = RATE * CHUNK_MILLIS / 1000;

  /**
   * Silence before a sound, for what has slept and loses the first of it: an amplifier, a server.
   */
  private static final int WAKING = RATE / 20;

  /** Behind the device's own buffer there is that of a sound server, or of a USB cable. */
  private static final int SETTLING = RATE / 10;

  /** From playing to hearing: all buffers on the way, and the room. */
  private static final int LATENCY = RATE / 2;

  private static final int PATIENCE_SECONDS = 4;

  private final String play;
  private final @Nullable String record;
  private @Nullable PcmFunctions functions;

  /**
   * Opens nothing yet.
   *
   * @param play a device as {@code aplay -L} names it; best one that mixes and converts, as {@code
   *     default} does
   * @param record as {@code arecord -L} names it; null where there is no microphone
   */
  public AlsaAudio(String play, @Nullable String record) {
    this.play = play;
    this.record = record;
  }

  @Override
  public String where() {
    return Pcm.where(play);
  }

  /** Opens both devices, and plays nothing. */
  @Override
  public synchronized void probe() throws HalException {
    var alsa = functions();
    Pcm.open(alsa, play, false).close();
    if (record != null) {
      Pcm.open(alsa, record, true).close();
    }
  }

  /**
   * Returns when they have been played.
   *
   * @throws HalException {@code ABSENT}, {@code DENIED}, {@code BUSY} where another program plays
   *     and the device does not mix, {@code UNSUPPORTED}, or {@code FAILED}
   */
  @Override
  public synchronized void play(short[] samples) throws HalException {
    try (var out = Pcm.open(functions(), play, false);
        var arena = Arena.ofConfined()) {
      run(new Part(out, sound(arena, samples, out)), null);
    }
  }

  /**
   * Records before it plays, and {@value #LATENCY} samples longer. What it gives is the loudest
   * stretch of that, as long as what was played: so the sound is in it, however late it came.
   *
   * @throws HalException as {@link #play}; {@code UNSUPPORTED} without a device to record
   */
  @Override
  public synchronized short[] hear(short[] samples) throws HalException {
    if (record == null) {
      throw new HalException(
          Kind.UNSUPPORTED, where(), "has no device that records", "name one in its board");
    }
    var alsa = functions();
    try (var out = Pcm.open(alsa, play, false);
        var arena = Arena.ofConfined()) {
      var part = new Part(out, sound(arena, samples, out));
      var heard = arena.allocate(ValueLayout.JAVA_SHORT, samples.length + LATENCY);
      try (var in = Pcm.open(alsa, record, true)) {
        run(part, new Part(in, heard)); // at once, as it records from here on
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

  /** A device, and the memory that it is to play, or to fill. */
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

    /** Whether anything was moved; not more than a chunk, as the other one waits. */
    boolean move() throws HalException {
      int now = isDone() ? 0 : pcm.move(memory, moved, Math.min(CHUNK, count - moved));
      moved += now;
      return now > 0;
    }
  }

  /** Plays once the other one records: a microphone may take a while until it does. */
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

  /** The stretch of so many samples that has the most energy. */
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
