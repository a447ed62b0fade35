package dev.deviceagent.codec;

/** A message to a vendor's cloud. Each dialect has its own set. */
public interface ToCloud {
  /** The message's kind in the vendor's protocol, for a log. Never contains what people said. */
  String summary();

  /** The bytes that the vendor's SDK takes. */
  byte[] encode();
}
