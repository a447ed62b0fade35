package dev.deviceagent.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions.Style;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.nio.file.Files;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/**
 * Every source file is formatted by google-java-format. This check is a test because the formatter
 * needs the Java version of the sources; Maven may run on another.
 */
class FormatTest {
  @Test
  void everyFileIsFormatted() throws Exception {
    var files = Sources.java("/src/");
    assertFalse(files.isEmpty(), "no sources found below " + Sources.ROOT);
    var formatter = new Formatter();
    var wrong = new ArrayList<String>();
    for (var file : files) {
      var text = Files.readString(file);
      var tidy = RemoveUnusedImports.removeUnusedImports(text);
      var wanted = formatter.formatSource(ImportOrderer.reorderImports(tidy, Style.GOOGLE));
      if (!wanted.equals(text)) {
        wrong.add(Sources.name(file));
        if (Boolean.getBoolean("format.fix")) {
          Files.writeString(file, wanted);
        }
      }
    }
    assertEquals(
        new ArrayList<String>(),
        wrong,
        "not formatted; 'mvn test -pl device-agent -am -Dtest=FormatTest -Dformat.fix=true"
            + " -Dsurefire.failIfNoSpecifiedTests=false' does it");
  }
}
