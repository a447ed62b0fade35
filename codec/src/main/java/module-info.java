/** Codecs of every vendor's format. The vendors' own packages are not exported. */
module dev.deviceagent.codec {
  requires static transitive org.jspecify;
  requires tools.jackson.core;

  exports dev.deviceagent.codec;
  exports dev.deviceagent.codec.dialects;
}
