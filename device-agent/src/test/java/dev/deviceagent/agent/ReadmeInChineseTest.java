package dev.deviceagent.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The Chinese first page has the commands, the code and the order of the English one: a change of
 * the English page shows what to change in the Chinese one.
 */
class ReadmeInChineseTest {
  private static final Path ENGLISH = Sources.ROOT.resolve("README.md");
  private static final Path CHINESE = Sources.ROOT.resolve("docs/README.zh-CN.md");
  private static final String LAST = "## Read on"; // after this heading, English only

  private static final Pattern BLOCK = Pattern.compile("(?ms)^```.*?^```$");
  private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");
  private static final Pattern LINK = Pattern.compile("\\]\\(([A-Za-z/.-]+)\\)");
  private static final Pattern NUMBER = Pattern.compile("\\b1[01]\\d\\d\\b");

  @Test
  void theBlocksOfCodeAreThoseOfTheEnglishPage() throws Exception {
    var blocks = found(BLOCK, Files.readString(CHINESE));
    assertEquals(found(BLOCK, first(Files.readString(ENGLISH))), blocks);
    assertTrue(blocks.size() >= 2);
  }

  @Test
  void everyCommandAndNameInASentenceIsOnTheEnglishPageToo() throws Exception {
    var english = Files.readString(ENGLISH);
    for (var code : found(CODE, sentences(CHINESE))) {
      assertTrue(english.contains(code.substring(1, code.length() - 1)), code);
    }
  }

  @Test
  void nothingThatTheEnglishPageShowsIsMissing() throws Exception {
    var chinese = Files.readString(CHINESE);
    for (var code : found(CODE, BLOCK.matcher(first(Files.readString(ENGLISH))).replaceAll(""))) {
      assertTrue(chinese.contains(code), code);
    }
    assertEquals(
        found(NUMBER, first(Files.readString(ENGLISH))).stream().sorted().distinct().toList(),
        found(NUMBER, chinese).stream().sorted().distinct().toList());
  }

  @Test
  void thePartsAreThoseOfTheEnglishPage() throws Exception {
    var english = found(Pattern.compile("(?m)^## "), first(Files.readString(ENGLISH)));
    var chinese = found(Pattern.compile("(?m)^## "), Files.readString(CHINESE));
    assertEquals(english.size() + 1, chinese.size(), "each, and where to read on");
  }

  @Test
  void bothPagesLeadToTheSamePages() throws Exception {
    var chinese = targets(CHINESE);
    for (var target : targets(ENGLISH)) {
      assertTrue(chinese.contains(target) || target.equals(CHINESE), target.toString());
    }
    assertTrue(chinese.size() > 15, chinese.toString());
  }

  private static List<Path> targets(Path page) throws IOException {
    return LINK.matcher(Files.readString(page))
        .results()
        .map(link -> page.resolveSibling(link.group(1)).normalize())
        .toList();
  }

  @Test
  void thePagesLeadToEachOtherAndEveryLinkSomewhere() throws Exception {
    assertTrue(Files.readString(ENGLISH).contains("[简体中文](docs/README.zh-CN.md)"));
    assertTrue(Files.readString(CHINESE).contains("[English](../README.md)"));
    var links = LINK.matcher(Files.readString(CHINESE));
    while (links.find()) {
      assertTrue(Files.exists(CHINESE.resolveSibling(links.group(1))), links.group(1));
    }
  }

  private static String first(String page) {
    int end = page.indexOf("\n" + LAST + "\n");
    assertTrue(end > 0, LAST);
    return page.substring(0, end);
  }

  private static String sentences(Path page) throws IOException {
    return BLOCK.matcher(Files.readString(page)).replaceAll("");
  }

  private static List<String> found(Pattern pattern, String text) {
    var found = new ArrayList<String>();
    var matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group());
    }
    return found;
  }
}
