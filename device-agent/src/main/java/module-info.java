/** The agent. */
module dev.deviceagent.agent {
  requires dev.deviceagent.codec;
  requires dev.deviceagent.hal;
  requires static transitive org.jspecify;
  requires info.picocli;
  requires org.snakeyaml.engine;
  requires org.tinylog.api;
}
