package dev.deviceagent.hal.linux.alsa;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.deviceagent.hal.Audio;
import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.HalException.Kind;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;

/**
 * An open device that plays or that records: mono, 16 bits, {@link Audio#RATE} frames a second.
 * Nothing waits but {@link #await}. Used by one thread at a time; after {@link #close} no more.
 */
final class Pcm implements AutoCloseable {
  /** What a device buffers: a processor that is late by less than this is not heard. */
  private static final int BUFFER_MICROS = 200_000;

  private final PcmFunctions functions;
  private final MemorySegment device;
  private final String name;
  private final boolean isCapture;

  private Pcm(PcmFunctions functions, MemorySegment device, String name, boolean isCapture) {
    this.functions = functions;
    this.device = device;
    this.name = name;
    this.isCapture = isCapture;
  }

  /**
   * Opens a device; one that records begins at once. Where a sound server hangs, this takes as long
   * as its own client library waits.
   *
   * @param name as libasound has it: {@code default}, {@code plughw:CARD=id}
   * @throws HalException of any kind
   */
  static Pcm open(PcmFunctions functions, String name, boolean isCapture) throws HalException {
    try (var arena = Arena.ofConfined()) {
      var pointer = arena.allocate(ADDRESS);
      int stream = isCapture ? PcmFunctions.CAPTURE : PcmFunctions.PLAYBACK;
      functions.open.callWith(pointer, arena.allocateFrom(name), stream, PcmFunctions.NONBLOCK);
      var pcm = new Pcm(functions, pointer.get(ADDRESS, 0), name, isCapture);
      boolean isOpen = false;
      try {
        pcm.choose();
        pcm.begin();
        isOpen = true;
      } finally {
        if (!isOpen) {
          pcm.close();
        }
      }
      return pcm;
    } catch (AlsaError e) {
      throw failure(name, isCapture, e);
    }
  }

  private void choose() throws AlsaError {
    boolean isLittle = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;
    functions.setParameters.callWith(
        device,
        isLittle ? PcmFunctions.S16_LE : PcmFunctions.S16_BE,
        PcmFunctions.RW_INTERLEAVED,
        1,
        Audio.RATE,
        1, // a card that has only another rate is converted
        BUFFER_MICROS);
  }

  /**
   * snd_pcm_set_params has both kinds start when their buffer is full (alsa-lib's {@code pcm.c});
   * one that records has to be told.
   */
  private void begin() throws AlsaError {
    if (isCapture) {
      functions.start.call(device);
    }
  }

  /** How many frames the device holds at most. */
  int bufferFrames() throws HalException {
    try (var arena = Arena.ofConfined()) {
      var answers = arena.allocate(JAVA_LONG, 2);
      functions.getParameters.call(device, answers, answers.asSlice(JAVA_LONG.byteSize()));
      return (int) answers.get(JAVA_LONG, 0);
    } catch (AlsaError e) {
      throw failure(name, isCapture, e);
    }
  }

  /**
   * Plays what the device takes now, or records what it has. After an interruption it goes on, and
   * what was lost is lost.
   *
   * @param samples memory of shorts
   * @param from the first of them to move
   * @param count at most so many
   * @return how many were moved, maybe none
   */
  int move(MemorySegment samples, int from, int count) throws HalException {
    var memory = samples.asSlice((long) from * Short.BYTES, (long) count * Short.BYTES);
    try {
      return (int) (isCapture ? functions.read : functions.write).move(device, memory, count);
    } catch (AlsaError e) {
      recover(e);
      return 0;
    }
  }

  /** Waits until there is something to move, or until the time is over. */
  void await(int millis) throws HalException {
    try {
      functions.await.call(device, millis);
    } catch (AlsaError e) {
      recover(e);
    }
  }

  /** As snd_pcm_recover, but for its waiting without end for a card that slept. */
  private void recover(AlsaError error) throws HalException {
    if (!error.isInterruption()) {
      throw failure(name, isCapture, error);
    }
    try {
      functions.prepare.call(device);
      begin();
    } catch (AlsaError e) {
      throw failure(name, isCapture, e);
    }
  }

  /** It has not moved what it should have in that time. */
  HalException isStuck(long seconds) {
    return new HalException(
        Kind.FAILED,
        where(name),
        (isCapture ? "gives no sound" : "takes no sound") + "; waited " + seconds + " s for it",
        "see what '%s' and the kernel's log say".formatted(command(name, isCapture)));
  }

  /** Lets go of it at once; what is not played yet is not played. */
  @Override
  public void close() {
    try {
      functions.close.call(device);
    } catch (AlsaError e) {
      // snd_pcm_close has freed everything when it says how closing the device went
    }
  }

  static String where(String name) {
    return "alsa:" + name;
  }

  private static HalException failure(String name, boolean isCapture, AlsaError error) {
    var kind = error.isRefusal() ? Kind.UNSUPPORTED : error.kind();
    var act = isCapture ? "cannot record: " : "cannot play: ";
    return new HalException(kind, where(name), act + error.problem(), cure(name, isCapture, kind));
  }

  private static String cure(String name, boolean isCapture, Kind kind) {
    return switch (kind) {
      case DENIED ->
          "make the user one of group audio: 'usermod -aG audio %s', and start it again"
              .formatted(System.getProperty("user.name"));
      case ABSENT ->
          "plug it in, start its sound server, or choose one that '%s -L' names"
              .formatted(isCapture ? "arecord" : "aplay");
      case BUSY ->
          (isCapture ? "another program records" : "another program plays")
              + ": use a device that %s, as 'default', or end that program, which 'fuser -v"
                  .formatted(isCapture ? "shares (dsnoop)" : "mixes (dmix)")
              + " /dev/snd/*' names";
      case UNSUPPORTED ->
          "it does not do mono, 16 bits, %d Hz: use 'plughw' for 'hw', which converts"
              .formatted(Audio.RATE);
      case FAILED -> "see what '%s' and the kernel's log say".formatted(command(name, isCapture));
    };
  }

  private static String command(String name, boolean isCapture) {
    return isCapture
        ? "arecord -D %s -d 1 /dev/null".formatted(name)
        : "speaker-test -D %s -l 1".formatted(name);
  }
}
