package dev.deviceagent.hal.linux;

import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.HalException.Kind;

/** A channel without a wire. */
final class FakeChannel implements Channel {
  private final boolean isDimmable;
  int level;
  int sets;
  boolean isBroken;

  FakeChannel(boolean isDimmable) {
    this.isDimmable = isDimmable;
  }

  @Override
  public String where() {
    return "nowhere";
  }

  @Override
  public boolean isDimmable() {
    return isDimmable;
  }

  @Override
  public int level() throws HalException {
    check();
    return level;
  }

  @Override
  public void set(int level) throws HalException {
    check();
    this.level = isDimmable ? level : level >= 128 ? FULL : 0;
    sets++;
  }

  private void check() throws HalException {
    if (isBroken) {
      throw new HalException(Kind.FAILED, where(), "is broken", "repair it");
    }
  }
}
