package dev.deviceagent.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every test that docs/security.md names exists. */
class SecurityPageTest {
  private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w*(?:Test|IT))(?:\\.(\\w+))?`");

  @Test
  void everyTestThatThePageNamesExists() throws IOException {
    var page = Files.readString(Sources.ROOT.resolve("docs/security.md"));
    var missing = new ArrayList<String>();
    var named = NAMED.matcher(page);
    int count = 0;
    while (named.find()) {
      count++;
      if (!exists(named.group(1), named.group(2))) {
        missing.add(named.group());
      }
    }
    assertEquals(new ArrayList<String>(), missing);
    assertTrue(count > 20, count + " tests are named");
  }

  private static boolean exists(String test, String method) throws IOException {
    for (var file : Sources.java("/src/test/")) {
      if (file.getFileName().toString().equals(test + ".java")) {
        return method == null || Files.readString(file).contains("void " + method + "(");
      }
    }
    return false;
  }
}
