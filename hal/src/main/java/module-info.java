/** Hardware interfaces of a speaker, and the boards that implement them. */
module dev.deviceagent.hal {
  requires com.pi4j;
  requires static transitive org.jspecify;
  requires org.freedesktop.dbus;
  requires org.slf4j;

  exports dev.deviceagent.hal;
  exports dev.deviceagent.hal.linux;
  exports dev.deviceagent.hal.linux.profile;
  exports dev.deviceagent.hal.sim;
}
