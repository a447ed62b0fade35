package dev.deviceagent.codec;

/** A vendor's message that goes to its cloud. Each dialect has its own. */
public interface ToCloud {
  /** The name of its kind in the vendor's protocol, for a log; never what people said. */
  String summary();

  /** The bytes as the vendor's SDK takes them. */
  byte[] encode();
}
