package dev.deviceagent.hal.linux.bus;

import com.pi4j.io.pwm.Pwm;
import dev.deviceagent.hal.HalException;

/**
 * A channel behind Pi4J's PWM: in fine steps if it is one of ours, else in Pi4J's hundred steps.
 */
final class PwmWire implements PwmOut {
  private final String where;
  private final Reopened<Pwm> channel;

  PwmWire(String where, Reopened<Pwm> channel) {
    this.where = where;
    this.channel = channel;
  }

  @Override
  public String where() {
    return where;
  }

  @Override
  public double share() throws HalException {
    return channel.use(pwm ->
        pwm instanceof FineDuty fine ? fine.share() : pwm.isOn() ? pwm.getDutyCycle() / 100.0 : 0);
  }

  @Override
  public void set(double share) throws HalException {
    channel.use(pwm -> {
      if (pwm instanceof FineDuty fine) {
        fine.share(share);
        return pwm;
      }
      return pwm.on((int) Math.round(share * 100));
    });
  }
}
