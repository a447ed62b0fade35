/** Bytes and values of every vendor's format. */
module dev.deviceagent.codec {
  requires static transitive org.jspecify;
  requires tools.jackson.core;

  exports dev.deviceagent.codec;
}
