/** What a speaker's hardware can do, and the boards that do it. */
module dev.deviceagent.hal {
  requires com.pi4j;
  requires static transitive org.jspecify;
  requires org.freedesktop.dbus;
  requires org.slf4j;

  exports dev.deviceagent.hal;
  exports dev.deviceagent.hal.linux;
  exports dev.deviceagent.hal.sim;
}
