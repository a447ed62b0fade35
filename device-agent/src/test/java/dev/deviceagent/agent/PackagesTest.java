package dev.deviceagent.agent;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.EvaluationResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Checks how the packages of all modules use each other. Reads the compiled classes. */
class PackagesTest {
  private static final JavaClasses MAIN = read();
  private static final String ROOT_PACKAGE = "dev.deviceagent";

  /** Classes that no other class names. */
  private static final Set<String> USED_OTHERWISE =
      Set.of(
          "dev.deviceagent.agent.cli.Main", // by the launcher
          "dev.deviceagent.agent.cli.LogWriter", // by tinylog.properties
          "dev.deviceagent.manual.Documents", // by deploy/package
          "dev.deviceagent.codec.Limits"); // constants only: the compiler copies them

  /** Without cycles, a reader can learn the packages one after the other. */
  @Test
  void noPackageUsesItselfThroughOthers() {
    assertEquals(List.of(), cycles(MAIN).getFailureReport().getDetails());
  }

  /** The rule above would also hold if it saw no classes. */
  @Test
  void aCycleIsSeen() {
    var classes =
        new ClassFileImporter()
            .importPackages("dev.deviceagent.agent.cycle", "dev.deviceagent.agent.cycle.inner");
    assertEquals(
        1, cycles(classes).getFailureReport().getDetails().size(), "the two packages of the test");
  }

  private static EvaluationResult cycles(JavaClasses classes) {
    return slices().matching(ROOT_PACKAGE + ".(**)").should().beFreeOfCycles().evaluate(classes);
  }

  /** A file that nothing uses is a file that nobody maintains. */
  @Test
  void everySourceFileIsUsed() {
    var unused =
        MAIN.stream()
            .filter(PackagesTest::isSourceFile)
            .filter(file -> !USED_OTHERWISE.contains(file.getName()))
            .filter(file -> MAIN.stream().noneMatch(other -> uses(other, file)))
            .map(JavaClass::getName)
            .sorted()
            .toList();
    assertEquals(List.of(), unused);
  }

  /** {@code ARCHITECTURE.md} has a row for each package of the agent, in alphabetical order. */
  @Test
  void theDocumentListsThePackages() throws IOException {
    var document = Files.readString(Sources.ROOT.resolve("ARCHITECTURE.md"));
    var listed =
        Pattern.compile("(?m)^\\| `(agent[a-z.]*)` \\|")
            .matcher(document)
            .results()
            .map(row -> "dev.deviceagent." + row.group(1))
            .toList();
    var packages =
        MAIN.stream()
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

  /** The compiled main classes of every module. */
  private static JavaClasses read() {
    try (var files = Files.find(Sources.ROOT, 4, (path, _) -> path.endsWith("target/classes"))) {
      return new ClassFileImporter().importPaths(files.toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
