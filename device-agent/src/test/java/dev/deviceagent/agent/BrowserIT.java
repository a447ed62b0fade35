package dev.deviceagent.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.deviceagent.codec.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The virtual speaker's page in a real browser, used as by a person. */
@Timeout(180)
class BrowserIT {
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");
  private static final Path README_PICTURE = Sources.ROOT.resolve("docs/page.png");

  private static Browser browser;

  @TempDir Path folder;

  private AgentProcess agent;

  @BeforeAll
  static void launch(@TempDir Path profile) throws IOException {
    assumeTrue(
        Browser.program().isPresent(),
        "skipped, because there is no chromium here: 'apt-get install chromium'");
    browser = Browser.start(profile);
  }

  @AfterAll
  static void quit() throws IOException {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void open() throws IOException {
    agent =
        AgentProcess.start(
            folder,
            "push_to_talk: {shortest: 0ms}\npage: {listen: '127.0.0.1:0'}\nlog: {level: info}");
    var said = agent.awaitLog("page: ");
    browser.look(1280, 800, "light");
    browser.open(said.substring(said.indexOf("http")).strip());
    browser.await("document.querySelector('#talk').disabled === false");
  }

  @AfterEach
  void leave() throws IOException {
    browser.open("about:blank");
    agent.close();
  }

  private String ring() throws IOException {
    return browser
        .evaluate(
            "[...document.querySelectorAll('#pixels .pixel')].map(p =>"
                + " p.getAttribute('fill')).join()")
        .toString();
  }

  private void join() throws IOException {
    browser.click("Join a pretend cloud");
    browser.awaitText("#sentence", "Ready");
  }

  @Test
  void holdingTheTalkButtonTalks() throws Exception {
    join();
    browser.awaitText("#microphone .value", "Shut");
    var before = ring();
    browser.mouse("#talk", true);
    browser.awaitText("#sentence", "Listening to you");
    browser.awaitText("#log", "1106");
    browser.awaitText("#microphone .value", "OPEN");
    browser.await("document.querySelector('#talk').getAttribute('aria-pressed') === 'true'");
    browser.await(
        "[...document.querySelectorAll('#pixels .pixel')].map(p => p.getAttribute('fill')).join()"
            + " !== "
            + before);
    browser.mouse("#talk", false);
    browser.awaitText("#log", "1107");
    browser.awaitText("#microphone .value", "Shut");
    browser.awaitText("#sentence", "The AI is thinking");
  }

  @Test
  void theSpaceBarTalksToo() throws Exception {
    join();
    browser.evaluate("document.activeElement.blur()");
    browser.space(true);
    browser.awaitText("#log", "1106");
    browser.space(false);
    browser.awaitText("#log", "1107");
    browser.evaluate("document.querySelector('#talk').focus()");
    browser.space(true);
    browser.awaitText("#microphone .value", "OPEN");
    browser.space(false);
    browser.awaitText("#microphone .value", "Shut");
  }

  @Test
  void afterTheScriptedConversationATalkIsAnswered() throws Exception {
    agent.close();
    var steps = "- link: joined\n- wait: 100ms\n";
    agent = AgentProcess.simulate(folder, "page: {listen: '127.0.0.1:0'}", steps);
    var said = agent.awaitLog("The speaker's page: ");
    agent.awaitLog("A pretend cloud answers");
    browser.open(said.substring(said.indexOf("http")).strip());
    browser.awaitText("#sentence", "Ready");
    browser.awaitText("#link .value", "Joined");
    browser.space(true);
    browser.awaitText("#sentence", "Listening to you");
    browser.evaluate("new Promise(done => setTimeout(done, 700))"); // the owner's words
    browser.space(false);
    browser.awaitText("#sentence", "The AI is thinking");
    browser.awaitText("#sentence", "The AI is speaking");
    var before = browser.evaluate("document.querySelector('#face').toDataURL()");
    browser.await("document.querySelector('#face').toDataURL() !== " + before);
    browser.awaitText("#sentence", "Ready");
    assertEquals(Json.of(true), browser.evaluate("document.querySelector('#gone').hidden"));
  }

  @Test
  void theButtonIsLetGoWhenThePersonGoesElsewhere() throws Exception {
    join();
    browser.mouse("#talk", true);
    browser.awaitText("#microphone .value", "OPEN");
    browser.evaluate("window.dispatchEvent(new Event('blur'))");
    browser.awaitText("#log", "1107");
    browser.awaitText("#microphone .value", "Shut");
  }

  @Test
  void aPageThatIsClosedLetsTheButtonGo() throws Exception {
    join();
    browser.mouse("#talk", true);
    agent.awaitStatus(status -> AgentProcess.text(status, "microphone.open").equals("true"));
    browser.open("about:blank");
    agent.awaitStatus(status -> AgentProcess.text(status, "microphone.open").equals("false"));
  }

  @Test
  void anEmotionIsSeenOnTheFace() throws Exception {
    join();
    var calm = browser.evaluate("document.querySelector('#face').toDataURL()");
    browser.click("Feels happy");
    browser.awaitText("#detail", "The AI feels happy");
    browser.awaitText("#log", "emotion happy");
    browser.awaitText("#notice", "emotion happy");
    browser.await("document.querySelector('#face').toDataURL() !== " + calm);
  }

  @Test
  void everyKindOfMessageCanBeSentFromTheEditor() throws Exception {
    join();
    browser.evaluate("document.querySelector('#tools details').open = true");
    long kinds =
        Long.parseLong(
            ((Json.Num) browser.evaluate("document.querySelector('#kind').length - 1")).literal());
    assertTrue(kinds > 45, "only " + kinds);
    for (int i = 1; i <= kinds; i++) {
      browser.evaluate(
          "(() => { const kind = document.querySelector('#kind'); kind.selectedIndex = %d;"
                  .formatted(i)
              + " kind.dispatchEvent(new Event('change'));"
              + " document.querySelector('#notice').textContent = '';"
              + " document.querySelector('#editor').requestSubmit(); })()");
      browser.await("document.querySelector('#notice').textContent !== ''");
      assertEquals(
          Json.of(false),
          browser.evaluate("document.querySelector('#notice').classList.contains('bad')"),
          () -> "refused");
    }
  }

  @Test
  void nonsenseIsRefusedInWords() throws Exception {
    browser.click("Malformed");
    browser.awaitText("#notice", "message rejected");
    browser.awaitText("#log", "A malformed message");
  }

  @Test
  void aCutLinkSaysWhyItIsOffline() throws Exception {
    join();
    browser.click("Cut the link");
    browser.awaitText("#sentence", "Offline: the link was cut by hand");
    browser.awaitText("#link .value", "Down");
    browser.click("Restore");
    browser.awaitText("#sentence", "Ready");
    try (var bridge = cutFromAForeignBridge()) {
      bridge.message("emotion\0{\"message\":\"sad\"}");
      browser.click("Restore");
      browser.awaitText("#sentence", "Ready");
      assertNotEquals("sad", AgentProcess.text(agent.status(), "emotion"));
    }
  }

  private BridgePeer cutFromAForeignBridge() throws IOException {
    browser.click("Cut the link");
    browser.awaitText("#link .value", "Down");
    var bridge = agent.joined();
    browser.awaitText("#link .value", "Joined");
    browser.click("Link lost");
    browser.awaitText("#sentence", "Offline: the link was cut by hand");
    return bridge;
  }

  @Test
  void aFaultIsSwitchedOnAndOff() throws Exception {
    browser.awaitText("#battery .value", "76 %");
    browser.click("Battery unknown");
    browser.awaitText("#battery .value", "unknown");
    browser.click("Volume device missing");
    browser.awaitText("#volume .value", "unknown");
    browser.await("document.querySelectorAll('#faults [aria-pressed=\"true\"]').length === 2");
    browser.click("Battery unknown");
    browser.awaitText("#battery .value", "76 %");
  }

  @Test
  void theOwnersMuteIsUnmistakable() throws Exception {
    join();
    browser.mouse("#mute", true);
    browser.mouse("#mute", false);
    browser.awaitText("#sentence", "Muted: the microphone is shut");
    browser.awaitText("#microphone .note", "Muted by the owner");
    browser.click("Unmute");
    browser.awaitText("#sentence", "Ready");
  }

  @Test
  void anAgentThatIsGoneIsToldInABanner() throws Exception {
    agent.kill();
    browser.await("!document.querySelector('#gone').hidden");
    browser.awaitText("#gone", "The connection to the agent is lost");
    browser.await("document.querySelector('#talk').disabled");
  }

  @Test
  void nothingIsLoadedFromElsewhereAndNothingIsComplainedOf() throws Exception {
    join();
    browser.click("Feels happy");
    browser.awaitText("#detail", "happy");
    assertEquals(
        Json.array(List.of()),
        browser.evaluate(
            "performance.getEntriesByType('resource').map(r => r.name)"
                + ".filter(name => !name.startsWith(location.origin))"));
    assertEquals(List.of(), browser.complaints());
  }

  /** WCAG 2.2, 1.4.3; it exempts disabled elements. */
  private static final String TOO_FAINT =
      """
      (() => {
        const parse = css => css.match(/[\\d.]+/g).map(Number);
        const light = css => parse(css).slice(0, 3)
            .map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
            .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
        const ground = e => {
          for (; e; e = e.parentElement) {
            const css = getComputedStyle(e).backgroundColor;
            if ((parse(css)[3] ?? 1) > 0) return css;
          }
          return 'rgb(255, 255, 255)';
        };
        return [...document.querySelectorAll('body *')]
            .filter(e => e.checkVisibility() && !e.closest(':disabled, svg, option')
                && [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
            .map(e => {
              const [a, b] = [light(getComputedStyle(e).color), light(ground(e))];
              return [(Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05), e.textContent.trim()];
            })
            .filter(([contrast]) => contrast < 4.5)
            .map(([contrast, text]) => contrast.toFixed(2) + ' ' + text);
      })()
      """;

  @Test
  void itIsReadableAtEveryWidthInLightAndDark() throws Exception {
    shots("offline");
    join();
    browser.click("Volume 65");
    browser.awaitText("#volume .value", "65 %");
    browser.click("Lamp on");
    browser.awaitText("#lights .value", "on");
    browser.click("Play a song");
    browser.awaitText("#playback .value", "Playing");
    browser.click("Feels happy");
    browser.click("AI speaks");
    browser.awaitText("#sentence", "speaking");
    browser.click("Battery unknown");
    browser.awaitText("#battery .value", "unknown");
    shots("speaking");
    browser.click("AI finishes");
    browser.awaitText("#sentence", "Ready");
    browser.mouse("#talk", true);
    browser.awaitText("#sentence", "Listening to you");
    shots("talking");
    browser.mouse("#talk", false);
    browser.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)");
    shots("opened");
  }

  /** The picture in the README; {@code -Dpage.fix=true} writes it. */
  @Test
  void theReadmesPictureIsTaken() throws Exception {
    join();
    browser.click("Lamp on");
    browser.awaitText("#lights .value", "on");
    browser.click("Play a song");
    browser.awaitText("#playback .value", "Playing");
    browser.click("Feels happy");
    browser.awaitText("#detail", "happy");
    browser.click("AI speaks");
    browser.awaitText("#sentence", "speaking");
    browser.await("document.querySelector('#notice').hidden");
    var picture = SCREENSHOTS.resolve("page.png");
    browser.screenshot(picture, 1280, 800, 0.625);
    if (Boolean.getBoolean("page.fix")) {
      Files.copy(picture, README_PICTURE, StandardCopyOption.REPLACE_EXISTING);
    }
    assertTrue(Files.exists(README_PICTURE), "see docs/testing.md");
  }

  private void shots(String name) throws IOException {
    for (var size : Map.of(1280, 800, 390, 844).entrySet()) {
      for (var scheme : List.of("light", "dark")) {
        int width = size.getKey();
        browser.look(width, size.getValue(), scheme);
        browser.evaluate("new Promise(requestAnimationFrame)");
        assertEquals(
            Json.of(true),
            browser.evaluate("document.documentElement.scrollWidth <= innerWidth"),
            "wider than " + width);
        assertEquals(Json.array(List.of()), browser.evaluate(TOO_FAINT), name + " " + scheme);
        var file = SCREENSHOTS.resolve("%s-%d-%s.png".formatted(name, width, scheme));
        browser.screenshot(file);
        assertTrue(Files.size(file) > 10_000);
      }
    }
    browser.look(1280, 800, "light");
  }
}
