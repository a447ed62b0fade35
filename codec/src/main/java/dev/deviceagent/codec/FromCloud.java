package dev.deviceagent.codec;

/** A vendor's message that came from its cloud, decoded. Each dialect has a sealed set of them. */
public interface FromCloud {
  /** The name of its kind in the vendor's protocol, for a log; never what people said. */
  String summary();
}
