package dev.deviceagent.agent.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.deviceagent.agent.Sources;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A tool for a device without a lane is one file, one line in the table of tools, and one line in
 * {@code Lane}. This test adds the line to a copy of {@code Lane.java} and compiles it together
 * with everything that names a lane. Then it runs {@link ToneScenario} with the result.
 */
class NewLaneTest {
  private static final Path MAIN = Sources.ROOT.resolve("device-agent/src/main/java");
  private static final String TABLE = "public enum Lane {";
  private static final String LINE = "\n  AUDIO(\"audio\"),";

  @TempDir Path sources;
  @TempDir Path classes;

  @Test
  void aDeviceWithoutALaneNeedsOneLine() throws Exception {
    compile(copies());
    var path = new ArrayList<>(List.of(classes.toUri().toURL()));
    for (var entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      path.add(Path.of(entry).toUri().toURL());
    }
    try (var loader =
        new URLClassLoader(path.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
      Thread.currentThread().setContextClassLoader(loader); // the logger's services
      var scenario = loader.loadClass(ToneScenario.class.getName());
      assertEquals(
          List.of("run audio", "{\"ok\":true,\"played\":true}", "device_failed", ""),
          ((Callable<?>) scenario.getConstructor().newInstance()).call());
    } finally {
      Thread.currentThread().setContextClassLoader(NewLaneTest.class.getClassLoader());
    }
  }

  /** Copies of the files that name a lane, with the new line. */
  private List<String> copies() throws IOException {
    var copies = new ArrayList<String>();
    try (var files = Files.walk(MAIN)) {
      for (var file : files.filter(file -> file.toString().endsWith(".java")).toList()) {
        var text = Files.readString(file);
        if (text.contains("Lane")) {
          var copy = sources.resolve(MAIN.relativize(file));
          Files.createDirectories(copy.getParent());
          Files.writeString(copy, text.replace(TABLE, TABLE + LINE));
          copies.add(copy.toString());
        }
      }
    }
    return copies;
  }

  /** A switch over the lanes that lacks the new one is an error here. */
  private void compile(List<String> files) {
    var arguments =
        new ArrayList<>(
            List.of(
                "-proc:none",
                "-nowarn",
                "-d",
                classes.toString(),
                "-classpath",
                System.getProperty("java.class.path")));
    arguments.addAll(files);
    var compiler = ToolProvider.findFirst("javac").orElseThrow();
    assertEquals(0, compiler.run(System.out, System.err, arguments.toArray(String[]::new)));
  }
}
