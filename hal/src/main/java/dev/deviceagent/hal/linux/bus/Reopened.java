package dev.deviceagent.hal.linux.bus;

import com.pi4j.io.exception.IOException;
import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.HalException.Kind;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A device that is opened when it is used, closed when a use fails, and opened again at the next
 * use. Therefore a device that is plugged in later is found. Any thread; uses are serialised.
 */
final class Reopened<D> implements AutoCloseable {
  private final String where;
  private final Opening<D> opening;
  private final Consumer<D> closing;
  private @Nullable D opened;

  /** Opens the device. */
  interface Opening<D> {
    D open() throws HalException;
  }

  /** Uses the device. It may throw Pi4J's exception too. */
  interface Use<D, R> {
    R of(D device) throws HalException;
  }

  /**
   * @param closing must not throw
   */
  Reopened(String where, Opening<D> opening, Consumer<D> closing) {
    this.where = where;
    this.opening = opening;
    this.closing = closing;
  }

  synchronized void open() throws HalException {
    device();
  }

  synchronized <R> R use(Use<D, R> use) throws HalException {
    var device = device();
    try {
      return use.of(device);
    } catch (HalException e) {
      close();
      throw e;
    } catch (IOException e) {
      close();
      throw unwrapped(where, e);
    }
  }

  private D device() throws HalException {
    var device = opened;
    if (device == null) {
      device = opening.open();
      opened = device;
    }
    return device;
  }

  /** Returns our exception if Pi4J's exception contains one. */
  static HalException unwrapped(String where, IOException e) {
    return e.getCause() instanceof HalException ours
        ? ours
        : new HalException(
            Kind.FAILED,
            where,
            String.valueOf(e.getMessage()),
            "check the kernel log with 'dmesg'");
  }

  @Override
  public synchronized void close() {
    var device = opened;
    if (device != null) {
      opened = null;
      closing.accept(device);
    }
  }
}
