package dev.deviceagent.hal.linux.bus;

import dev.deviceagent.hal.HalException;

/** A channel of our PWM provider, in all the kernel's steps. */
final class PwmWire implements PwmOut {
  private final String where;
  private final Reopened<PwmChannels.Channel> channel;

  PwmWire(String where, Reopened<PwmChannels.Channel> channel) {
    this.where = where;
    this.channel = channel;
  }

  @Override
  public String where() {
    return where;
  }

  @Override
  public double share() throws HalException {
    return channel.use(PwmChannels.Channel::share);
  }

  @Override
  public void set(double share) throws HalException {
    channel.use(pwm -> {
      pwm.share(share);
      return share;
    });
  }
}
