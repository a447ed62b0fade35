package dev.deviceagent.hal.linux.bus;

import com.pi4j.context.Context;
import com.pi4j.exception.ShutdownException;
import com.pi4j.io.exception.IOException;
import com.pi4j.io.pwm.Pwm;
import com.pi4j.io.pwm.PwmBase;
import com.pi4j.io.pwm.PwmConfig;
import com.pi4j.io.pwm.PwmPolarity;
import com.pi4j.io.pwm.PwmProvider;
import com.pi4j.io.pwm.PwmProviderBase;
import dev.deviceagent.hal.HalException;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;

/** Pi4J's PWM, on the kernel's files. Pi4J calls it hardware PWM, whatever generates the signal. */
final class PwmChannels extends PwmProviderBase implements PwmProvider {
  private final PwmChips chips;

  PwmChannels(PwmChips chips) {
    super("sysfs-pwm", "sysfs: PWM");
    this.chips = chips;
  }

  /** Exports a channel. It is dark until it is set. */
  @Override
  public Channel create(PwmConfig config) {
    try {
      var folder = new PwmFolder(chips.folder(config.chip()), config.channel());
      folder.export();
      var channel = new Channel(this, config, folder);
      channel.setUp(config.frequency());
      context.registry().add(channel);
      return channel;
    } catch (HalException e) {
      throw failed(e);
    }
  }

  private static IOException failed(HalException e) {
    return new IOException(e.getMessage(), e);
  }

  /**
   * One channel. Pi4J's duty cycle has a hundred steps, which is too coarse near the dark; {@link
   * #share} has all steps of the kernel.
   */
  static final class Channel extends PwmBase {
    private final PwmFolder folder;

    private Channel(PwmProvider provider, PwmConfig config, PwmFolder folder) {
      super(provider, config);
      this.folder = folder;
    }

    private void setUp(int hertz) throws HalException {
      var wanted =
          new PwmSetup(
              TimeUnit.SECONDS.toNanos(1) / hertz, config.polarity() == PwmPolarity.INVERSED);
      var seen =
          new PwmSetup.Seen(
              folder.readNanos("period"),
              folder.read("polarity").equals("inversed"),
              folder.read("enable").equals("1"));
      for (var write : wanted.from(seen)) {
        folder.write(write.file(), write.value());
      }
    }

    /**
     * @param share the share of a period, 0 to 1
     */
    void share(double share) throws HalException {
      long duty = Math.round(folder.readNanos("period") * share);
      folder.write("duty_cycle", Long.toString(duty));
      onState = duty > 0;
    }

    /** The share of a period, 0 to 1, that the kernel reports; 0 if the channel is off. */
    double share() throws HalException {
      long period = folder.readNanos("period");
      return period == 0 || !folder.read("enable").equals("1")
          ? 0
          : (double) folder.readNanos("duty_cycle") / period;
    }

    @Override
    public Pwm on() {
      return dimmed(getDutyCycle() / 100.0);
    }

    @Override
    public Pwm off() {
      return dimmed(0);
    }

    private Pwm dimmed(double share) {
      try {
        share(share);
        return this;
      } catch (HalException e) {
        throw failed(e);
      }
    }

    /**
     * Takes effect immediately. Pi4J documents that it does so when the channel is next switched
     * on.
     */
    @Override
    public void setFrequency(int hertz) {
      try {
        double share = share();
        setUp(hertz);
        super.setFrequency(hertz);
        share(share);
      } catch (HalException e) {
        throw failed(e);
      }
    }

    /** Throws nothing, like the outputs. The channel stays exported, enabled and dark. */
    @Override
    public Pwm shutdownInternal(Context context) {
      try {
        super.shutdownInternal(context);
      } catch (ShutdownException e) {
        LoggerFactory.getLogger(PwmChannels.class)
            .warn("a PWM channel could not be turned off: {}", e.getMessage());
      }
      return this;
    }
  }
}
