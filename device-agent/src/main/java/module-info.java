/** The agent. */
module dev.deviceagent.agent {
  requires dev.deviceagent.codec;
  requires dev.deviceagent.hal;
  requires static transitive org.jspecify;
  requires static java.desktop; // for 'render' only, whose launcher adds it
  requires info.picocli;
  requires jdk.httpserver;
  requires org.snakeyaml.engine;
  requires org.tinylog.api;
  requires org.tinylog.impl;

  // tinylog makes our LogWriter, which META-INF/services names.
  exports dev.deviceagent.agent.cli to
      org.tinylog.api;
}
