package dev.deviceagent.machine;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.EvaluationResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Checks how the packages of all modules use each other. Reads the compiled classes, so it belongs
 * to the module that is compiled last.
 */
class PackagesTest {
  private static final Path ROOT = Path.of("..", "..").normalize();
  private static final JavaClasses ALL = read();

  /** Classes that no other class names. */
  private static final Set<String> USED_OTHERWISE =
      Set.of(
          "dev.deviceagent.agent.cli.Main", // by the launcher
          "dev.deviceagent.agent.cli.LogWriter", // by tinylog.properties
          "dev.deviceagent.manual.Documents", // by deploy/package
          "dev.deviceagent.machine.kernel.KernelChecks", // by deploy/kernel/init
          "dev.deviceagent.machine.pi.VirtualPi", // by deploy/virtual-pi
          "dev.deviceagent.machine.CheckRunTest", // by Maven, and so is this test
          "dev.deviceagent.machine.PackagesTest",
          "dev.deviceagent.codec.Limits"); // constants only: the compiler copies them

  /** Without cycles, a reader can learn the packages one after the other. */
  @Test
  void noPackageUsesItselfThroughOthers() {
    assertEquals(List.of(), cycles("dev.deviceagent", ALL).getFailureReport().getDetails());
  }

  /** The rule above would also hold if it saw no classes. */
  @Test
  void aCycleIsSeen() {
    var concurrent =
        new ClassFileImporter()
            .importClasses(ArrayBlockingQueue.class, Condition.class, TimeUnit.class);
    assertEquals(1, cycles("java.util", concurrent).getFailureReport().getDetails().size());
  }

  private static EvaluationResult cycles(String root, JavaClasses classes) {
    return slices().matching(root + ".(**)").should().beFreeOfCycles().evaluate(classes);
  }

  /** What nothing uses is not maintained. */
  @Test
  void everySourceFileIsUsed() {
    var unused =
        ALL.stream()
            .filter(PackagesTest::isSourceFile)
            .filter(file -> !USED_OTHERWISE.contains(file.getName()))
            .filter(file -> ALL.stream().noneMatch(other -> uses(other, file)))
            .map(JavaClass::getName)
            .sorted()
            .toList();
    assertEquals(List.of(), unused);
  }

  /** {@code ARCHITECTURE.md} has a row for each package of the agent, in alphabetical order. */
  @Test
  void theDocumentListsThePackages() throws IOException {
    var document = Files.readString(ROOT.resolve("ARCHITECTURE.md"));
    var listed =
        Pattern.compile("(?m)^\\| `(agent[a-z.]*)` \\|")
            .matcher(document)
            .results()
            .map(row -> "dev.deviceagent." + row.group(1))
            .toList();
    var packages =
        ALL.stream()
            .map(JavaClass::getPackageName)
            .filter(name -> name.startsWith("dev.deviceagent.agent"))
            .distinct()
            .sorted()
            .toList();
    assertEquals(packages, listed);
  }

  private static boolean isSourceFile(JavaClass type) {
    return type.isTopLevelClass() && !type.getSimpleName().equals("package-info");
  }

  private static boolean uses(JavaClass user, JavaClass file) {
    return !topLevel(user).equals(file)
        && user.getDirectDependenciesFromSelf().stream()
            .anyMatch(dependency -> topLevel(dependency.getTargetClass()).equals(file));
  }

  private static JavaClass topLevel(JavaClass type) {
    var outer = type.getBaseComponentType();
    while (outer.getEnclosingClass().isPresent()) {
      outer = outer.getEnclosingClass().get();
    }
    return outer;
  }

  /** The compiled main classes of every module, and the checks of this one. */
  private static JavaClasses read() {
    try (var files = Files.find(ROOT, 4, (path, _) -> path.endsWith("target/classes"))) {
      var folders = Stream.concat(files, Stream.of(Path.of("target/test-classes")));
      return new ClassFileImporter().importPaths(folders.toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
