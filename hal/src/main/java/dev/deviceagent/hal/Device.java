package dev.deviceagent.hal;

/** A hardware device, which may be missing. */
public interface Device {
  /**
   * The location of the device, for a person: a device path, a card and control, {@code
   * sim:volume}.
   */
  String where();

  /**
   * Opens the device if it is not open, and makes a harmless request. Unlike all other methods,
   * this one may be called on any thread, also during another call.
   */
  void probe() throws HalException;
}
