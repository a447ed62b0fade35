package dev.deviceagent.agent;

import dev.deviceagent.codec.CodecException;
import dev.deviceagent.codec.Json;
import dev.deviceagent.codec.JsonReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A headless Chromium, driven over its DevTools protocol
 * (chromedevtools.github.io/devtools-protocol) by mouse and keyboard, as by a person.
 */
final class Browser implements AutoCloseable {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome-stable", "google-chrome");
  private static final Pattern PORT = Pattern.compile("DevTools listening on (ws://\\S+)");
  private static final Pattern PICTURE = Pattern.compile("\"data\":\"([^\"]+)\"");
  private static final int PATIENCE_SECONDS = 20;

  private final Path profile;
  private final Process process;
  private final HttpClient http = HttpClient.newHttpClient();
  private final WebSocket socket;
  private final AtomicInteger ids = new AtomicInteger();
  private final Map<Integer, CompletableFuture<String>> answers = new ConcurrentHashMap<>();
  private final List<String> complaints = new ArrayList<>();
  private String session = "";

  /** A box on the page, in CSS pixels. */
  private record Box(double x, double y) {}

  private Browser(Path program, Path profile) throws IOException {
    this.profile = profile;
    process =
        new ProcessBuilder(
                program.toString(),
                "--headless=new",
                "--no-sandbox", // it does not run as root otherwise; it opens only our page
                "--disable-gpu",
                "--hide-scrollbars",
                "--no-first-run",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    socket = http.newWebSocketBuilder().buildAsync(address(), new Ear()).join();
  }

  private URI address() throws IOException {
    var err = process.errorReader();
    for (var line = err.readLine(); line != null; line = err.readLine()) {
      var found = PORT.matcher(line);
      if (found.find()) {
        Thread.ofVirtual().start(() -> err.lines().forEach(_ -> {})); // or the pipe would fill up
        return URI.create(found.group(1));
      }
    }
    throw new IOException("the browser ended immediately");
  }

  /** The Chromium of this machine, if any. */
  static Optional<Path> program() {
    return NAMES.stream()
        .flatMap(name ->
            List.of(System.getenv("PATH").split(":", -1)).stream()
                .map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Starts it with an empty page. */
  static Browser start(Path profile) throws IOException {
    var browser = new Browser(program().orElseThrow(), profile);
    var page = browser.call("Target.createTarget", Json.object().with("url", "about:blank"));
    var attach =
        Json.object()
            .with("targetId", AgentProcess.object(page).get("targetId"))
            .with("flatten", true);
    var attached = AgentProcess.object(browser.call("Target.attachToTarget", attach));
    browser.session = ((Json.Text) Json.of(attached.get("sessionId"))).value();
    for (var domain : List.of("Page", "Runtime", "Log")) {
      browser.call(domain + ".enable", Json.object());
    }
    return browser;
  }

  /** Receives the browser's messages on a separate thread. */
  private final class Ear implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean isLast) {
      text.append(part);
      if (isLast) {
        hear(text.toString());
        text.setLength(0);
      }
      from.request(1);
      return null;
    }
  }

  private static final Pattern ANSWER = Pattern.compile("^\\{\"id\":(\\d+),");

  private void hear(String said) {
    var answer = ANSWER.matcher(said);
    if (answer.find()) {
      var waiting = answers.remove(Integer.parseInt(answer.group(1)));
      if (waiting != null) {
        waiting.complete(said);
      }
    } else if (said.contains("\"Runtime.exceptionThrown\"")
        || said.contains("\"Log.entryAdded\"")) {
      synchronized (complaints) {
        complaints.add(said);
      }
    }
  }

  /** Problems that the page reported: script errors and blocked actions. */
  List<String> complaints() {
    synchronized (complaints) {
      return List.copyOf(complaints);
    }
  }

  /** Calls a method of the protocol; returns its result as text. */
  private String call(String method, Json.Obj parameters) throws IOException {
    int id = ids.incrementAndGet();
    var answer = new CompletableFuture<String>();
    answers.put(id, answer);
    var call = Json.object().with("id", id).with("method", method).with("params", parameters);
    var text = (session.isEmpty() ? call : call.with("sessionId", session)).toString();
    socket.sendText(text, true).join();
    var said = answer.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    if (said.contains("\"error\":{")) {
      throw new IOException(method + ": " + said);
    }
    int start = said.indexOf("\"result\":") + "\"result\":".length();
    int end = session.isEmpty() ? said.length() - 1 : said.lastIndexOf(",\"sessionId\"");
    return said.substring(start, end);
  }

  /** Opens a page and waits until its content is loaded. */
  void open(String address) throws IOException {
    call("Page.navigate", Json.object().with("url", address));
    await("document.readyState === 'complete' && location.href === '" + address + "'");
  }

  /** Sets the window's size and the preferred colour scheme. */
  void look(int width, int height, String scheme) throws IOException {
    call(
        "Emulation.setDeviceMetricsOverride",
        Json.object()
            .with("width", width)
            .with("height", height)
            .with("deviceScaleFactor", 1)
            .with("mobile", width < 600));
    var features =
        List.of(
            Json.object().with("name", "prefers-color-scheme").with("value", scheme),
            // No animation is captured halfway.
            Json.object().with("name", "prefers-reduced-motion").with("value", "reduce"));
    call("Emulation.setEmulatedMedia", Json.object().with("features", features));
  }

  /** Evaluates an expression. */
  Json evaluate(String expression) throws IOException {
    var parameters =
        Json.object()
            .with("expression", expression)
            .with("returnByValue", true)
            .with("awaitPromise", true);
    try {
      var result = JsonReader.object(call("Runtime.evaluate", parameters));
      if (result.has("exceptionDetails")) {
        throw new IOException(expression + ": " + result);
      }
      return Json.of(((Json.Obj) Json.of(result.get("result"))).get("value"));
    } catch (CodecException e) {
      throw new IOException(e);
    }
  }

  String text(String selector) throws IOException {
    return evaluate("document.querySelector('" + selector + "').textContent")
            instanceof Json.Text(var text)
        ? text
        : "";
  }

  /** Waits until a condition is true; checks it again when the page changes. */
  void await(String condition) throws IOException {
    var promise =
        """
        new Promise(done => {
          const isSo = () => { try { return %s; } catch { return false; } };
          const end = so => { watch.disconnect(); clearTimeout(over); clearInterval(again); done(so); };
          const watch = new MutationObserver(() => isSo() && end(true));
          const over = setTimeout(() => end(false), %d);
          const again = setInterval(() => isSo() && end(true), 50);
          watch.observe(document,
              {subtree: true, childList: true, attributes: true, characterData: true});
        })
        """
            .formatted(condition, (PATIENCE_SECONDS - 5) * 1000);
    if (!Json.of(true).equals(evaluate(promise))) {
      throw new IOException(
          "never so: " + condition + "; the page says: " + text("body").replaceAll("\\s+", " "));
    }
  }

  /** Waits until an element contains these words. */
  void awaitText(String selector, String words) throws IOException {
    await("document.querySelector('%s').textContent.includes('%s')".formatted(selector, words));
  }

  private Box middle(String element) throws IOException {
    var box =
        evaluate(
            """
            (() => {
              const element = %s;
              element.scrollIntoView({block: 'nearest', behavior: 'instant'});
              const box = element.getBoundingClientRect();
              return {x: box.x + box.width / 2, y: box.y + box.height / 2};
            })()
            """
                .formatted(element));
    var where = (Json.Obj) box;
    return new Box(number(where, "x"), number(where, "y"));
  }

  private static double number(Json.Obj object, String name) {
    return Double.parseDouble(((Json.Num) Json.of(object.get(name))).literal());
  }

  /** Presses or releases the mouse on an element. */
  void mouse(String selector, boolean isDown) throws IOException {
    mouse(middle("document.querySelector('" + selector + "')"), isDown);
  }

  private void mouse(Box at, boolean isDown) throws IOException {
    call(
        "Input.dispatchMouseEvent",
        Json.object()
            .with("type", isDown ? "mousePressed" : "mouseReleased")
            .with("x", Math.round(at.x()))
            .with("y", Math.round(at.y()))
            .with("button", "left")
            .with("clickCount", 1));
  }

  /** Clicks the button with this text. */
  void click(String words) throws IOException {
    await(button(words) + "?.disabled === false");
    var at = middle(button(words));
    mouse(at, true);
    mouse(at, false);
  }

  private static String button(String words) {
    return "[...document.querySelectorAll('button')].find(b => b.textContent === '" + words + "')";
  }

  /** Presses or releases the space bar. */
  void space(boolean isDown) throws IOException {
    var key =
        Json.object()
            .with("type", isDown ? "keyDown" : "keyUp")
            .with("key", " ")
            .with("code", "Space")
            .with("windowsVirtualKeyCode", 32);
    call("Input.dispatchKeyEvent", isDown ? key.with("text", " ") : key);
  }

  /** Takes a screenshot of the whole page, including what is below the window. */
  void screenshot(Path file) throws IOException {
    screenshot(file, Json.object().with("captureBeyondViewport", true));
  }

  /** Takes a screenshot of a window of this size, in a smaller scale. */
  void screenshot(Path file, int width, int height, double scale) throws IOException {
    var clip =
        Json.object()
            .with("x", 0)
            .with("y", 0)
            .with("width", width)
            .with("height", height)
            .with("scale", scale);
    screenshot(file, Json.object().with("clip", clip));
  }

  private void screenshot(Path file, Json.Obj parameters) throws IOException {
    var shot = call("Page.captureScreenshot", parameters.with("format", "png"));
    var data = PICTURE.matcher(shot);
    if (!data.find()) {
      throw new IOException("no picture");
    }
    Files.createDirectories(file.getParent());
    Files.write(file, Base64.getDecoder().decode(data.group(1)));
  }

  @Override
  public void close() throws IOException {
    socket.abort();
    http.shutdownNow();
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    process.onExit().join(); // it writes to its profile until it ends
    Files.deleteIfExists(profile.resolve("SingletonSocket")); // a link to outside the profile
  }
}
