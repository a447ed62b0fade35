package dev.deviceagent.hal.linux.alsa;

import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.Microphone;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The capture switch of a sound card, through ALSA's mixer. Threads and absent cards as with {@link
 * AlsaVolume}.
 *
 * @see AlsaVolume
 */
public final class AlsaMicrophone implements Microphone, AutoCloseable {
  private final AlsaDevice device;

  /**
   * Opens nothing yet.
   *
   * @param card as with {@link AlsaVolume}
   * @param control as {@code amixer scontrols} shows it. Null: Capture, Mic or Digital, the first
   *     of these that has a capture switch, or else the first that has one
   */
  public AlsaMicrophone(String card, @Nullable String control) {
    device = new AlsaDevice(card, control, Ability.CAPTURE_SWITCH);
  }

  @Override
  public String where() {
    return device.where();
  }

  /**
   * Whether any channel lets sound in.
   *
   * @throws HalException {@code ABSENT}, {@code DENIED}, {@code UNSUPPORTED} where nothing of the
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

  /** Lets go of the card, which stays as it is; another call would open it again. */
  @Override
  public void close() {
    device.close();
  }
}
