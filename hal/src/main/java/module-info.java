/** What a speaker's hardware can do. */
module dev.deviceagent.hal {
  requires static transitive org.jspecify;

  exports dev.deviceagent.hal;
}
