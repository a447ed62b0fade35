package dev.deviceagent.hal.linux.alsa;

import dev.deviceagent.hal.HalException.Kind;

/** A function of libasound said no; without the device's name, which its caller knows. */
final class AlsaError extends Exception {
  private static final long serialVersionUID = 1L;

  /** Not now: try again. */
  static final int EAGAIN = 11;

  /** A buffer ran empty or over. */
  private static final int EPIPE = 32;

  /** It cannot do that. */
  private static final int EINVAL = 22;

  /** The system slept meanwhile. */
  private static final int ESTRPIPE = 86;

  private final int number;
  private final String problem;

  /**
   * @param function that of libasound that failed
   * @param number as in {@code errno.h}, positive
   * @param words what {@code snd_strerror} says of the number
   */
  AlsaError(String function, int number, String words) {
    super(words);
    this.number = number;
    this.problem = words + " (" + function + ")";
  }

  /** For a person. */
  String problem() {
    return problem;
  }

  /** Whether a device of sound only has to be prepared again (alsa-lib's {@code pcm.c}). */
  boolean isInterruption() {
    return number == EPIPE || number == ESTRPIPE;
  }

  /** Whether parameters were refused that another device might take. */
  boolean isRefusal() {
    return number == EINVAL;
  }

  /**
   * The numbers of Linux, {@code include/uapi/asm-generic/errno.h} and {@code errno-base.h}. The
   * plugin of PulseAudio says ECONNREFUSED where there is no server, and EBADFD where it has left.
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
