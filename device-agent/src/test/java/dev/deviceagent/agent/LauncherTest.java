package dev.deviceagent.agent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which Java installations the launcher accepts, and which architectures the package rejects. */
class LauncherTest {
  @TempDir Path folder;

  private record Ended(int exit, String out, String err) {}

  @Test
  void aJavaOf64BitsIsTaken() throws Exception {
    for (var arch : List.of("x86_64", "amd64", "aarch64", "riscv64", "ppc64le", "s390x")) {
      java("java-25", "25.0.3", arch);
      assertEquals(new Ended(0, "java-25\n", ""), launch(), arch);
    }
  }

  @Test
  void aJavaOf32BitsIsRefusedWithWhatToDo() throws Exception {
    for (var arch : List.of("arm", "i386", "i586", "i686", "x86", "ppc", "s390", "mips")) {
      java("java-25", "25.0.3", arch);
      var ended = launch();
      assertEquals(69, ended.exit(), arch);
      assertEquals("", ended.out());
      assertEquals(1, ended.err().lines().count(), ended.err());
      assertTrue(ended.err().contains("32-bit"), ended.err());
      assertTrue(ended.err().contains("64-bit"), ended.err());
    }
  }

  @Test
  void aJavaOf64BitsIsFoundBesideOneOf32() throws Exception {
    java("a-25", "25", "arm");
    java("b-25", "25", "aarch64");
    assertEquals("b-25\n", launch().out());
  }

  @Test
  void aJavaThatDoesNotTellItsArchitectureIsTaken() throws Exception {
    java("made-by-jlink", "25", null);
    assertEquals("made-by-jlink\n", launch().out());
  }

  @Test
  void withoutAJava25ThePackageToInstallIsNamed() throws Exception {
    java("java-17", "17.0.15", "x86_64");
    var ended = launch();
    assertEquals(69, ended.exit());
    assertTrue(ended.err().contains("openjdk-25-jre-headless"), ended.err());
  }

  @Test
  void thePackageIsRefusedOnASystemOf32Bits() throws Exception {
    for (var arch : List.of("armhf", "armel", "i386", "mipsel", "powerpc", "x32")) {
      var ended = install(arch);
      assertEquals(1, ended.exit(), arch);
      assertTrue(ended.err().contains(arch) && ended.err().contains("64-bit"), ended.err());
      assertFalse(Files.exists(folder.resolve("device-agent.made")));
    }
  }

  @Test
  void thePackageIsInstalledOnASystemOf64Bits() throws Exception {
    for (var arch : List.of("amd64", "arm64", "riscv64", "ppc64el", "s390x", "loong64")) {
      assertEquals(new Ended(0, "", ""), install(arch), arch);
      assertTrue(Files.exists(folder.resolve("device-agent.made")));
    }
  }

  /** A Java that prints its name; {@code release} contains its version and architecture. */
  private void java(String name, String version, @Nullable String arch) throws IOException {
    var home = folder.resolve("jvm").resolve(name);
    script(home.resolve("bin/java"), "echo " + name);
    var release = "JAVA_VERSION=\"" + version + "\"\n";
    Files.writeString(
        home.resolve("release"), arch == null ? release : release + "OS_ARCH=\"" + arch + "\"\n");
  }

  /** Runs the installed form of the launcher on a machine with only these Java installations. */
  private Ended launch() throws IOException, InterruptedException {
    Files.createDirectories(folder.resolve("share/device-agent/lib"));
    for (var tool : List.of("readlink", "dirname", "sed", "cat", "cksum", "stat")) {
      script(folder.resolve("path").resolve(tool), "exec /usr/bin/" + tool + " \"$@\"");
    }
    var launcher = copy("device-agent/bin/device-agent", "/usr/lib/jvm", "jvm");
    return run(folder.resolve("path").toString(), launcher, "status");
  }

  /** Runs the preinst script, as dpkg does before unpacking, with a dpkg of this architecture. */
  private Ended install(String arch) throws IOException, InterruptedException {
    script(folder.resolve("path/dpkg"), "[ \"$1\" = --print-architecture ] && echo " + arch);
    var preinst = copy("deploy/deb/preinst", "/var/lib/misc", ".");
    return run(folder.resolve("path") + ":/usr/bin:/bin", preinst, "install");
  }

  /** Copies a project script, with a test folder in place of the system's folder. */
  private Path copy(String script, String systems, String ours) throws IOException {
    var text = Files.readString(Sources.ROOT.resolve(script));
    assertTrue(text.contains(systems), script);
    var changed = text.replace(systems, folder.resolve(ours).toString());
    var copy = folder.resolve("bin").resolve(Path.of(script).getFileName());
    Files.createDirectories(copy.getParent());
    return Files.writeString(copy, changed.replace("/var/cache", folder + "/cache"));
  }

  private static void script(Path file, String body) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + body + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static Ended run(String path, Path script, String word)
      throws IOException, InterruptedException {
    var builder = new ProcessBuilder("/bin/sh", script.toString(), word);
    builder.environment().put("PATH", path);
    builder.environment().remove("JAVA_HOME");
    var process = builder.start();
    var out = new String(process.getInputStream().readAllBytes(), UTF_8);
    var err = new String(process.getErrorStream().readAllBytes(), UTF_8);
    return new Ended(process.waitFor(), out, err);
  }
}
