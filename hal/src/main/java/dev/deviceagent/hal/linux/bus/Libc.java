package dev.deviceagent.hal.linux.bus;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/**
 * The few functions of the C library that character devices need. Each returns the result of the C
 * function or, on failure, the negative errno. Any thread; a call blocks as long as the C function
 * does.
 *
 * <p>All functions share three signatures, because each further one costs memory and startup time.
 */
@SuppressWarnings("restricted") // native access is the purpose of this class
final class Libc {
  // These numbers are the same on x86-64, arm64 and arm: include/uapi/asm-generic/fcntl.h, poll.h.
  static final int O_RDONLY = 0;
  static final int O_WRONLY = 1;
  static final int O_RDWR = 2;
  static final int O_TRUNC = 0x200;
  static final int O_CLOEXEC = 0x80000;
  static final short POLLIN = 1;

  // include/uapi/asm-generic/errno-base.h, errno.h
  static final int EPERM = 1;
  static final int ENOENT = 2;
  static final int EINTR = 4;
  static final int EIO = 5;
  static final int ENXIO = 6;
  static final int EAGAIN = 11;
  static final int EACCES = 13;
  static final int EBUSY = 16;
  static final int ENODEV = 19;
  static final int EINVAL = 22;
  static final int EOPNOTSUPP = 95;
  static final int ESHUTDOWN = 108;
  static final int ETIMEDOUT = 110;
  static final int EREMOTEIO = 121;

  private static final Linker LINKER = Linker.nativeLinker();
  private static final MemoryLayout STATE = Linker.Option.captureStateLayout();
  private static final VarHandle ERRNO =
      STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));
  private static final FunctionDescriptor NUMBER_AND_POINTER =
      FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, ADDRESS);
  private static final FunctionDescriptor POINTER_AND_NUMBERS =
      FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT);
  private static final FunctionDescriptor BUFFER =
      FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG);

  /** {@code int ioctl(int fd, unsigned long request, ...)}. */
  private static final MethodHandle IOCTL =
      handle("ioctl", NUMBER_AND_POINTER, Linker.Option.firstVariadicArg(2));

  private static final MethodHandle POLL = handle("poll", POINTER_AND_NUMBERS);
  private static final MethodHandle READ = handle("read", BUFFER);
  private static final MethodHandle WRITE = handle("write", BUFFER);
  private static final MethodHandle OPEN =
      handle(
          "open",
          FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT),
          Linker.Option.firstVariadicArg(2));
  private static final MethodHandle CLOSE =
      handle("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
  private static final MethodHandle EVENTFD =
      handle("eventfd", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT));

  private Libc() {}

  /**
   * Links another function, for the class that calls it. A function that is not called costs
   * nothing.
   */
  static MethodHandle handle(String name, FunctionDescriptor shape, Linker.Option... options) {
    var all = new Linker.Option[options.length + 1];
    System.arraycopy(options, 0, all, 1, options.length);
    all[0] = Linker.Option.captureCallState("errno");
    return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), shape, all);
  }

  /** Calls a C function, which stores errno in {@code state}. */
  interface Native {
    long call(MemorySegment state) throws Throwable;
  }

  static long call(Native function) {
    try (var arena = Arena.ofConfined()) {
      var state = arena.allocate(STATE);
      long result = function.call(state);
      return result < 0 ? -(int) ERRNO.get(state, 0L) : result;
    } catch (Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e); // a downcall declares Throwable and throws nothing
    }
  }

  static int open(String path, int flags) {
    try (var arena = Arena.ofConfined()) {
      var name = arena.allocateFrom(path);
      return (int) call(state -> (int) OPEN.invokeExact(state, name, flags));
    }
  }

  static void close(int fd) {
    call(state -> (int) CLOSE.invokeExact(state, fd));
  }

  static int ioctl(int fd, long request, MemorySegment argument) {
    return (int) call(state -> (int) IOCTL.invokeExact(state, fd, request, argument));
  }

  /** Waits for any of the descriptors; without limit if the time is negative. */
  static int poll(MemorySegment descriptors, long count, int millis) {
    return (int) call(state -> (int) POLL.invokeExact(state, descriptors, count, millis));
  }

  static long read(int fd, MemorySegment buffer, long bytes) {
    return call(state -> (long) READ.invokeExact(state, fd, buffer, bytes));
  }

  static long write(int fd, MemorySegment buffer, long bytes) {
    return call(state -> (long) WRITE.invokeExact(state, fd, buffer, bytes));
  }

  /** Creates a descriptor that one thread makes readable to wake another thread that polls. */
  static int eventfd() {
    return (int) call(state -> (int) EVENTFD.invokeExact(state, 0, O_CLOEXEC));
  }
}
