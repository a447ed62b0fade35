package dev.deviceagent.hal.linux.alsa;

import dev.deviceagent.hal.HalException.Kind;

/** A function of libasound said no; without the device's name, which its caller knows. */
final class AlsaError extends Exception {
  private static final long serialVersionUID = 1L;

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

  /**
   * The numbers of Linux, {@code include/uapi/asm-generic/errno.h} and {@code errno-base.h}. The
   * plugin of PulseAudio says ECONNREFUSED where there is no server, and EBADFD where it has left.
   */
  Kind kind() {
    return switch (number) {
      case 1, 13 -> Kind.DENIED; // EPERM, EACCES
      case 2, 6, 19, 77, 104, 111 -> Kind.ABSENT; // ENOENT ENXIO ENODEV EBADFD ECONNRESET …REFUSED
      case 11, 16 -> Kind.BUSY; // EAGAIN, EBUSY
      default -> Kind.FAILED;
    };
  }
}
