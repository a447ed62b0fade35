package dev.deviceagent.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deviceagent.glutton.Glutton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole process when its heap is exhausted on a thread that is not the agent's. */
@Timeout(60)
class OutOfMemoryIT {
  /** The exit code of a JVM that ends because of {@code -XX:+ExitOnOutOfMemoryError}. */
  private static final int EXIT = 3;

  @TempDir Path folder;

  @Test
  void anExhaustedHeapEndsTheProcessAndTheCrashCleanupRuns() throws Exception {
    var runtime = Files.createDirectory(folder.resolve("runtime"));
    var config = AgentProcess.config(folder, "board: board.yaml");
    Files.writeString(folder.resolve("board.yaml"), "microphone: {card: nosuchcard}\n");
    var log = folder.resolve("log");
    var builder =
        new ProcessBuilder(AgentProcess.LAUNCHER.toString(), "run", "--config", config.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile()); // a pipe would be closed when the agent ends
    builder.environment().put("RUNTIME_DIRECTORY", runtime.toString());
    builder.environment().put("JDK_JAVA_OPTIONS", "--add-modules java.instrument");
    var agent = builder.start();
    try {
      while (!Files.readString(log).contains("ready")) {
        assertTrue(agent.isAlive());
        LockSupport.parkNanos(10_000_000); // it is starting
      }
      assertEquals(
          List.of("process\t" + agent.pid(), "capture\tnosuchcard\t-"),
          Files.readAllLines(runtime.resolve("last-will")));
      var cleanup = agent.children().findAny().orElseThrow().onExit();
      exhaust(agent);
      assertTrue(agent.waitFor(10, TimeUnit.SECONDS), "it lives on");
      assertEquals(EXIT, agent.exitValue());
      cleanup.get(10, TimeUnit.SECONDS);
      var lines = Files.readAllLines(log);
      assertTrue(
          lines.stream().anyMatch(line -> line.startsWith("<3>capture nosuchcard -: ")),
          lines.toString());
    } finally {
      agent.destroyForcibly();
    }
  }

  private void exhaust(Process agent) throws IOException, InterruptedException {
    var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    var pid = String.valueOf(agent.pid());
    var jar = jar().toString();
    new ProcessBuilder(jcmd, pid, "JVMTI.agent_load", jar)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("jcmd.txt").toFile())
        .start()
        .waitFor();
  }

  private Path jar() throws IOException {
    var manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Agent-Class", Glutton.class.getName());
    var jar = folder.resolve("glutton.jar");
    var name = Glutton.class.getName().replace('.', '/') + ".class";
    try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest);
        var bytes = Glutton.class.getClassLoader().getResourceAsStream(name)) {
      out.putNextEntry(new JarEntry(name));
      bytes.transferTo(out);
    }
    return jar;
  }
}
