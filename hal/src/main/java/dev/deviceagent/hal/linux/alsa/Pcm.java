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
 * An open device that plays or records: mono, 16 bits, {@link Audio#RATE} frames per second. Once
 * it is open, only {@link #await} blocks. One thread at a time; not usable after {@link #close}.
 */
final class Pcm implements AutoCloseable {
  /** The buffer of a device. A processor that is late by less than this causes no audible gap. */
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
   * Opens a device. One that records starts immediately. If a sound server hangs, this takes as
   * long as the server's client library waits.
   *
   * @param name as libasound names it: {@code default}, {@code plughw:CARD=id}
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
        1, // convert if the card has only another rate
        BUFFER_MICROS);
  }

  /**
   * snd_pcm_set_params makes both kinds start when their buffer is full (alsa-lib's {@code pcm.c}).
   * So a device that records must be started explicitly.
   */
  private void begin() throws AlsaError {
    if (isCapture) {
      functions.start.call(device);
    }
  }

  /** The maximum number of frames that the device buffers. */
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
   * Plays what the device accepts now, or records what it has. After an interruption it continues,
   * and lost samples stay lost.
   *
   * @param samples memory of shorts
   * @param from the index of the first sample to move
   * @param count the maximum number of samples to move
   * @return the number of samples moved, which may be 0
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

  /** Waits until samples can be moved, or until the time is over. */
  void await(int millis) throws HalException {
    try {
      functions.await.call(device, millis);
    } catch (AlsaError e) {
      recover(e);
    }
  }

  /** Like snd_pcm_recover, but without its unlimited wait for a card that was suspended. */
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

  /** The error for a device that has moved too few samples in that time. */
  HalException isStuck(long seconds) {
    return new HalException(
        Kind.FAILED,
        where(name),
        (isCapture ? "delivers no sound" : "accepts no sound") + " for " + seconds + " s",
        "check the output of '%s' and the kernel log".formatted(command(name, isCapture)));
  }

  /** Closes the device immediately. Samples that are not played yet are dropped. */
  @Override
  public void close() {
    try {
      functions.close.call(device);
    } catch (AlsaError e) {
      // snd_pcm_close has freed everything before it reports the result of closing the device
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
          "add the user to the group audio: 'usermod -aG audio %s', then restart the agent"
              .formatted(System.getProperty("user.name"));
      case ABSENT ->
          "plug the card in, start its sound server, or choose a device that '%s -L' lists"
              .formatted(isCapture ? "arecord" : "aplay");
      case BUSY ->
          (isCapture ? "another program is recording" : "another program is playing")
              + ": use a device that %s, such as 'default', or stop that program; 'fuser -v"
                  .formatted(isCapture ? "shares (dsnoop)" : "mixes (dmix)")
              + " /dev/snd/*' lists it";
      case UNSUPPORTED ->
          "it does not support mono, 16 bits, %d Hz: use 'plughw' instead of 'hw', which converts"
              .formatted(Audio.RATE);
      case FAILED ->
          "check the output of '%s' and the kernel log".formatted(command(name, isCapture));
    };
  }

  private static String command(String name, boolean isCapture) {
    return isCapture
        ? "arecord -D %s -d 1 /dev/null".formatted(name)
        : "speaker-test -D %s -l 1".formatted(name);
  }
}
