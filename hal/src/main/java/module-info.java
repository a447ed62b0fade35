/** What a speaker's hardware can do, and the boards that do it. */
module dev.deviceagent.hal {
  requires static transitive org.jspecify;

  exports dev.deviceagent.hal;
  exports dev.deviceagent.hal.sim;
}
