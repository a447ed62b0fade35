package dev.deviceagent.hal;

/** Anything that can be missing. */
public interface Device {
  /** Where it is, for a person: a device path, a card and control, {@code sim:volume}. */
  String where();

  /**
   * Opens it if it is not open, and asks it something harmless. Unlike all else, this may be called
   * on any thread, beside another call.
   */
  void probe() throws HalException;
}
