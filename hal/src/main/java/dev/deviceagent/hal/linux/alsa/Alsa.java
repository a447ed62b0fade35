package dev.deviceagent.hal.linux.alsa;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.HalException.Kind;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/**
 * libasound, loaded once at its first use, and its mixer functions ({@code alsa/mixer.h}). The
 * functions that play and record are in {@link PcmFunctions}. Any thread may call them, but two
 * threads must not use the same mixer or sound device at the same time.
 *
 * <p>Linking the first function with a new descriptor takes some milliseconds; further functions
 * with the same descriptor take almost no time. Therefore there are few descriptors, and {@code
 * snd_mixer_find_selem}, which needs four more, is not used.
 */
final class Alsa {
  private static final String LIBRARY = "libasound.so.2";

  private static @Nullable Alsa loaded;

  private final Linker linker = Linker.nativeLinker();
  private final SymbolLookup library;

  // int (pointer)
  final Function close = integer("snd_mixer_close", ADDRESS);
  final Function load = integer("snd_mixer_load", ADDRESS);
  final Function handleEvents = integer("snd_mixer_handle_events", ADDRESS);
  final Function index = integer("snd_mixer_selem_get_index", ADDRESS);
  final Function hasVolume = integer("snd_mixer_selem_has_playback_volume", ADDRESS);
  final Function hasSwitch = integer("snd_mixer_selem_has_playback_switch", ADDRESS);
  final Function hasCaptureSwitch = integer("snd_mixer_selem_has_capture_switch", ADDRESS);
  // int (pointer, pointer), and with a third
  final Function attach = integer("snd_mixer_attach", ADDRESS, ADDRESS);
  final Function register = integer("snd_mixer_selem_register", ADDRESS, ADDRESS, ADDRESS);
  final Function volumeRange =
      integer("snd_mixer_selem_get_playback_volume_range", ADDRESS, ADDRESS, ADDRESS);
  final Function decibelRange =
      integer("snd_mixer_selem_get_playback_dB_range", ADDRESS, ADDRESS, ADDRESS);
  // int (pointer, int)
  final Function open = integer("snd_mixer_open", ADDRESS, JAVA_INT);
  final Function hasChannel = integer("snd_mixer_selem_has_playback_channel", ADDRESS, JAVA_INT);
  final Function hasCaptureChannel =
      integer("snd_mixer_selem_has_capture_channel", ADDRESS, JAVA_INT);
  final Function setSwitch = integer("snd_mixer_selem_set_playback_switch_all", ADDRESS, JAVA_INT);
  final Function setCaptureSwitch =
      integer("snd_mixer_selem_set_capture_switch_all", ADDRESS, JAVA_INT);
  // int (pointer, int, pointer)
  final Function getVolume =
      integer("snd_mixer_selem_get_playback_volume", ADDRESS, JAVA_INT, ADDRESS);
  final Function getSwitch =
      integer("snd_mixer_selem_get_playback_switch", ADDRESS, JAVA_INT, ADDRESS);
  final Function getCaptureSwitch =
      integer("snd_mixer_selem_get_capture_switch", ADDRESS, JAVA_INT, ADDRESS);
  // int (pointer, long), and with a pointer
  final Function setVolume = integer("snd_mixer_selem_set_playback_volume_all", ADDRESS, JAVA_LONG);
  final Function decibels =
      integer("snd_mixer_selem_ask_playback_vol_dB", ADDRESS, JAVA_LONG, ADDRESS);
  // pointer (pointer)
  final Function first = pointer("snd_mixer_first_elem", ADDRESS);
  final Function next = pointer("snd_mixer_elem_next", ADDRESS);
  final Function name = pointer("snd_mixer_selem_get_name", ADDRESS);

  private Alsa(SymbolLookup library) throws AlsaError {
    this.library = library; // needed to initialise the fields above, after super()
    super();
    // By default libasound also writes each failure to stderr, although each becomes an exception
    // here. The handler is variadic (alsa/error.h), which no Java function can be; but a C function
    // without parameters can be called with any arguments.
    var quiet = linker.defaultLookup().findOrThrow("getpid");
    integer("snd_lib_error_set_handler", ADDRESS).call(quiet);
  }

  /**
   * Returns the library. Tries to load it at each call until that succeeds.
   *
   * @param where the device that needs it
   * @throws HalException {@code ABSENT} without the library, {@code UNSUPPORTED} on 32 bits
   */
  @SuppressWarnings("restricted") // loading a library is the purpose of this class
  static synchronized Alsa load(String where) throws HalException {
    var alsa = loaded;
    if (alsa != null) {
      return alsa;
    }
    if (ADDRESS.byteSize() != JAVA_LONG.byteSize()) { // a C long is written as 64 bits here
      throw new HalException(
          Kind.UNSUPPORTED, where, "sound needs a 64-bit system", "install a 64-bit system");
    }
    try {
      alsa = new Alsa(SymbolLookup.libraryLookup(LIBRARY, Arena.global()));
    } catch (IllegalArgumentException e) { // libraryLookup reports a missing library this way
      throw new HalException(
          Kind.ABSENT,
          where,
          "cannot load " + LIBRARY,
          "run 'apt install libasound2t64', or before Debian 13 'apt install libasound2'");
    } catch (AlsaError e) {
      throw new HalException(e.kind(), where, e.problem(), "reinstall libasound2");
    }
    loaded = alsa;
    return alsa;
  }

  /** A function that returns an int. */
  Function integer(String name, MemoryLayout... arguments) {
    return new Function(name, FunctionDescriptor.of(JAVA_INT, arguments));
  }

  /** A function that returns a C long, here always 64 bits. */
  Function number(String name, MemoryLayout... arguments) {
    return new Function(name, FunctionDescriptor.of(JAVA_LONG, arguments));
  }

  private Function pointer(String name, MemoryLayout... arguments) {
    return new Function(name, FunctionDescriptor.of(ADDRESS, arguments));
  }

  /** The library's text for a number of {@code errno.h}; linked when it is first needed. */
  private String words(int number) {
    return text(new Function("snd_strerror", FunctionDescriptor.of(ADDRESS, JAVA_INT)).at(number));
  }

  /** Returns the C string at a pointer. */
  @SuppressWarnings("restricted") // a pointer from C has no length; a zero ends a C string
  static String text(MemorySegment pointer) {
    return pointer.reinterpret(Long.MAX_VALUE).getString(0);
  }

  /**
   * One function. It is called with exactly the types of its descriptor. A negative result is an
   * error, as everywhere in libasound.
   */
  final class Function {
    private final String name;
    private final MethodHandle handle;

    @SuppressWarnings("restricted") // a wrong descriptor would crash the process: they are above
    Function(String name, FunctionDescriptor descriptor) {
      this.name = name;
      this.handle = linker.downcallHandle(library.findOrThrow(name), descriptor);
    }

    int call(MemorySegment a) throws AlsaError {
      int result;
      try {
        result = (int) handle.invokeExact(a);
      } catch (Throwable e) {
        throw impossible(e);
      }
      return checked(result);
    }

    int call(MemorySegment a, MemorySegment b) throws AlsaError {
      int result;
      try {
        result = (int) handle.invokeExact(a, b);
      } catch (Throwable e) {
        throw impossible(e);
      }
      return checked(result);
    }

    int call(MemorySegment a, MemorySegment b, MemorySegment c) throws AlsaError {
      int result;
      try {
        result = (int) handle.invokeExact(a, b, c);
      } catch (Throwable e) {
        throw impossible(e);
      }
      return checked(result);
    }

    int call(MemorySegment a, int b) throws AlsaError {
      int result;
      try {
        result = (int) handle.invokeExact(a, b);
      } catch (Throwable e) {
        throw impossible(e);
      }
      return checked(result);
    }

    int call(MemorySegment a, int b, MemorySegment c) throws AlsaError {
      int result;
      try {
        result = (int) handle.invokeExact(a, b, c);
      } catch (Throwable e) {
        throw impossible(e);
      }
      return checked(result);
    }

    int call(MemorySegment a, long b) throws AlsaError {
      int result;
      try {
        result = (int) handle.invokeExact(a, b);
      } catch (Throwable e) {
        throw impossible(e);
      }
      return checked(result);
    }

    int call(MemorySegment a, long b, MemorySegment c) throws AlsaError {
      int result;
      try {
        result = (int) handle.invokeExact(a, b, c);
      } catch (Throwable e) {
        throw impossible(e);
      }
      return checked(result);
    }

    /**
     * For functions with many arguments that are called once per device: slow, because it boxes.
     */
    int callWith(Object... arguments) throws AlsaError {
      int result;
      try {
        result = (int) handle.invokeWithArguments(arguments);
      } catch (Throwable e) {
        throw impossible(e);
      }
      return checked(result);
    }

    /**
     * Moves frames between memory and a device. Returns their number; 0 if none can be moved now.
     */
    long move(MemorySegment device, MemorySegment memory, long frames) throws AlsaError {
      long result;
      try {
        result = (long) handle.invokeExact(device, memory, frames);
      } catch (Throwable e) {
        throw impossible(e);
      }
      return result == -AlsaError.EAGAIN ? 0 : checked((int) result);
    }

    MemorySegment at(MemorySegment a) {
      try {
        return (MemorySegment) handle.invokeExact(a);
      } catch (Throwable e) {
        throw impossible(e);
      }
    }

    MemorySegment at(int a) {
      try {
        return (MemorySegment) handle.invokeExact(a);
      } catch (Throwable e) {
        throw impossible(e);
      }
    }

    private int checked(int result) throws AlsaError {
      if (result < 0) {
        throw new AlsaError(name, -result, words(-result));
      }
      return result;
    }

    private AssertionError impossible(Throwable e) {
      return new AssertionError("a downcall throws nothing; " + name, e);
    }
  }
}
