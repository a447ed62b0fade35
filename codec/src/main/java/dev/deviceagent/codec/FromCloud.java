package dev.deviceagent.codec;

/** A decoded message from a vendor's cloud. Each dialect has a sealed set of them. */
public interface FromCloud {
  /** The message's kind in the vendor's protocol, for a log. Never contains what people said. */
  String summary();
}
