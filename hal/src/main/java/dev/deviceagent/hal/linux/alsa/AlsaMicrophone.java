package dev.deviceagent.hal.linux.alsa;

import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.Microphone;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The capture switch of a sound card, through ALSA's mixer. Threads and absent cards are as with
 * {@link AlsaVolume}.
 *
 * @see AlsaVolume
 */
public final class AlsaMicrophone implements Microphone, AutoCloseable {
  private final AlsaDevice device;

  /**
   * Opens nothing yet.
   *
   * @param card as with {@link AlsaVolume}
   * @param control a name that {@code amixer scontrols} lists. Null for the first of Capture, Mic
   *     and Digital with a capture switch, or else the first control with one
   */
  public AlsaMicrophone(String card, @Nullable String control) {
    device = new AlsaDevice(card, control, Ability.CAPTURE_SWITCH);
  }

  @Override
  public String where() {
    return device.where();
  }

  /**
   * Whether any channel captures sound.
   *
   * @throws HalException {@code ABSENT}, {@code DENIED}, {@code UNSUPPORTED} if no control of the
   *     card can be shut, or {@code FAILED}
   */
  @Override
  public boolean isOpen() throws HalException {
    return device.ask(MixerControl::isCapturing);
  }

  @Override
  public boolean open(BooleanSupplier isStillWanted) throws HalException {
    var isMoved = new AtomicBoolean();
    device.change(control -> {
      if (isStillWanted.getAsBoolean()) {
        isMoved.set(true);
        control.setCapturing(true);
      }
    });
    return isMoved.get();
  }

  @Override
  public void shut() throws HalException {
    device.change(control -> control.setCapturing(false));
  }

  /** Releases the card, whose state does not change. Another call would open it again. */
  @Override
  public void close() {
    device.close();
  }
}
