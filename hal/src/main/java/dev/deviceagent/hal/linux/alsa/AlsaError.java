package dev.deviceagent.hal.linux.alsa;

import dev.deviceagent.hal.HalException.Kind;

/** A function of libasound failed. Without the name of the device, which the caller knows. */
final class AlsaError extends Exception {
  private static final long serialVersionUID = 1L;

  /** Not possible now: try again. */
  static final int EAGAIN = 11;

  /** Buffer underrun or overrun. */
  private static final int EPIPE = 32;

  /** The device does not support this. */
  private static final int EINVAL = 22;

  /** The system was suspended. */
  private static final int ESTRPIPE = 86;

  private final int number;
  private final String problem;

  /**
   * @param function the function of libasound that failed
   * @param number as in {@code errno.h}, positive
   * @param words the text of {@code snd_strerror} for the number
   */
  AlsaError(String function, int number, String words) {
    super(words);
    this.number = number;
    this.problem = words + " (" + function + ")";
  }

  /** The problem, for a person. */
  String problem() {
    return problem;
  }

  /** Whether the sound device only has to be prepared again (alsa-lib's {@code pcm.c}). */
  boolean isInterruption() {
    return number == EPIPE || number == ESTRPIPE;
  }

  /** Whether the device refused parameters that another device might accept. */
  boolean isRefusal() {
    return number == EINVAL;
  }

  /**
   * Maps the numbers of Linux, {@code include/uapi/asm-generic/errno.h} and {@code errno-base.h}.
   * PulseAudio's plugin returns ECONNREFUSED if there is no server, and EBADFD if the server has
   * stopped.
   */
  Kind kind() {
    return switch (number) {
      case 1, 13 -> Kind.DENIED; // EPERM, EACCES
      case 2, 6, 19, 77, 104, 111 -> Kind.ABSENT; // ENOENT ENXIO ENODEV EBADFD ECONNRESET …REFUSED
      case EAGAIN, 16 -> Kind.BUSY; // and EBUSY
      default -> Kind.FAILED;
    };
  }
}
