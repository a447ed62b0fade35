package dev.deviceagent.agent.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.Headers;
import dev.deviceagent.agent.config.Config;
import dev.deviceagent.agent.control.Refusal;
import dev.deviceagent.agent.control.Speaker;
import dev.deviceagent.agent.core.Input;
import dev.deviceagent.agent.core.Status;
import dev.deviceagent.agent.runtime.Threads;
import dev.deviceagent.agent.view.Indication;
import dev.deviceagent.agent.view.State;
import dev.deviceagent.codec.Identity;
import dev.deviceagent.codec.Intent;
import dev.deviceagent.codec.Json;
import dev.deviceagent.codec.dialects.Dialects;
import dev.deviceagent.hal.Fault;
import dev.deviceagent.hal.Picture;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page over real HTTP, with a speaker that only records requests. */
@Timeout(60)
class PageServerTest {
  private static final String TOKEN = "0123456789abcdef0123";
  private static final String HOST = "Host: localhost";

  /** A ring whose state is larger than all the buffers between the page and a browser. */
  private static final List<String> HUGE = List.of("#".repeat(32 << 20));

  @TempDir Path folder;

  private final BlockingQueue<String> asked = new LinkedBlockingQueue<>();
  private final BlockingQueue<Throwable> bugs = new LinkedBlockingQueue<>();
  private final Threads threads = new Threads(bugs::add);
  private final List<PageServer> servers = new ArrayList<>();
  private volatile State state = State.IDLE;
  private volatile List<String> leds = List.of("#102030");
  private final Semaphore messages = new Semaphore(100); // number that the speaker accepts
  private volatile boolean isRefusing;
  private volatile CountDownLatch looks = new CountDownLatch(0);

  private final Speaker speaker =
      new Speaker() {
        @Override
        public Status status() {
          return Statuses.of(state);
        }

        @Override
        public Parts parts() {
          return new Parts(
              "sim", true, List.of("talk"), List.of("volume"), Map.of("volume", Fault.failing()));
        }

        @Override
        public List<Indication> indications() {
          return List.of(Indication.MUTE, Indication.IDLE);
        }

        @Override
        public List<String> leds() {
          looks.countDown();
          return leds;
        }

        @Override
        public Picture face() {
          var picture = new Picture(8, 1);
          picture.set(0, 0, true);
          picture.set(7, 0, true);
          return picture;
        }

        @Override
        public String send(byte[] message) {
          asked.add("send " + new String(message, StandardCharsets.UTF_8));
          messages.acquireUninterruptibly();
          return "sent";
        }

        @Override
        public String button(String name, boolean isPressed) throws Refusal {
          asked.add("button " + name + " " + isPressed);
          if (isRefusing) {
            throw new Refusal("no, because");
          }
          return "moved";
        }

        @Override
        public String mute(boolean on) throws TimeoutException {
          asked.add("mute " + on);
          if (isRefusing) {
            throw new TimeoutException("no answer");
          }
          return "done";
        }

        @Override
        public String link(boolean isJoined) {
          asked.add("link " + isJoined);
          return "cut";
        }

        @Override
        public Faults faults() throws Refusal {
          if (isRefusing) {
            throw new Refusal("no faults");
          }
          return (device, fault) ->
              asked.add("fault " + device + " " + fault.mode() + " " + fault.delay().toMillis());
        }
      };

  private PageServer serve(InetAddress address, boolean isAllowed, @Nullable Path token)
      throws IOException {
    return serve(address, isAllowed, token, Exchange.PATIENCE);
  }

  private PageServer serve(
      InetAddress address, boolean isAllowed, @Nullable Path token, Duration patience)
      throws IOException {
    var listen = new InetSocketAddress(address, 0);
    var page = new Config.Page(listen, null, token);
    var server = new PageServer(page, listen, isAllowed, speaker, threads, patience);
    servers.add(server);
    server.start();
    return server;
  }

  private String serve() throws IOException {
    return serve(InetAddress.getLoopbackAddress(), true, null).address();
  }

  private static RawHttp.Reply ask(String address, String method, String path, String... headers)
      throws IOException {
    return post(address, method, path, "", headers);
  }

  private static RawHttp.Reply post(
      String address, String method, String path, String body, String... headers)
      throws IOException {
    try (var http = RawHttp.send(address, method, path, body, headers)) {
      return http.reply();
    }
  }

  @AfterEach
  void end() {
    servers.forEach(PageServer::close);
    assertEquals(List.of(), List.copyOf(bugs));
  }

  @Test
  void thePageAndItsFilesAreServed() throws Exception {
    var address = serve();
    var page = ask(address, "GET", "/", HOST);
    assertEquals(200, page.status());
    assertTrue(page.body().contains("<title>"));
    for (var header :
        List.of(
            "Content-security-policy: default-src 'self'",
            "X-content-type-options: nosniff",
            "Referrer-policy: no-referrer")) {
      assertTrue(page.head().contains(header), page.head());
    }
    assertFalse(page.head().contains("Access-Control"));
    for (var file : List.of("/page.css", "/page.js", "/messages.json", "/icon.svg")) {
      assertEquals(200, ask(address, "GET", file, HOST).status(), file);
    }
  }

  @Test
  void nothingElseIsServed() throws Exception {
    var address = serve();
    for (var path :
        List.of("/none.js", "/../tinylog.properties", "/%2e%2e/tinylog.properties", "/api/none")) {
      assertEquals(404, ask(address, "GET", path, HOST).status(), path);
    }
  }

  @Test
  void theStatusIsTheAgents() throws Exception {
    assertEquals(
        "{\"state\":\"idle\","
            + "\"link\":{\"kind\":\"bridge\",\"joined\":false,\"since\":null,\"reason\":null},"
            + "\"pushToTalk\":{\"enabled\":true,\"talking\":false},"
            + "\"microphone\":{\"open\":null,\"mutedByOwner\":false},"
            + "\"volume\":{\"percent\":null},"
            + "\"playback\":{\"state\":\"stopped\",\"title\":null},"
            + "\"lights\":{},"
            + "\"battery\":{\"percent\":null,\"charging\":null},"
            + "\"power\":{\"underVoltage\":false,\"throttled\":null},"
            + "\"emotion\":null,"
            + "\"leds\":[\"#102030\"],"
            + "\"counters\":{\"messagesIn\":0,\"messagesRejected\":0,\"framesOut\":0,"
            + "\"toolCalls\":0,\"toolFailures\":0}}",
        ask(serve(), "GET", "/api/status", HOST).body());
  }

  @Test
  void eachAddressHasItsMethod() throws Exception {
    var address = serve();
    assertTrue(ask(address, "GET", "/api/button", HOST).head().contains("Allow: POST"));
    assertEquals(405, ask(address, "GET", "/api/send", HOST).status());
    assertEquals(405, ask(address, "POST", "/api/status", HOST).status());
    assertEquals(405, ask(address, "POST", "/api/live", HOST).status());
    assertEquals(405, ask(address, "DELETE", "/", HOST).status());
  }

  @Test
  void headIsAnsweredAsGetIsWithoutTheBody() throws Exception {
    var address = serve();
    for (var path : List.of("/", "/page.js", "/none", "/api/status")) {
      var get = ask(address, "GET", path, HOST);
      var head = ask(address, "HEAD", path, HOST);
      assertEquals(get.status(), head.status(), path);
      assertEquals(length(get), length(head), path);
      assertEquals("", head.body(), path);
    }
    assertEquals(405, ask(address, "HEAD", "/api/live", HOST).status());
    assertEquals(405, ask(address, "HEAD", "/api/mute", HOST).status());
  }

  private static String length(RawHttp.Reply reply) {
    var name = "Content-length: ";
    return reply.head().lines().filter(line -> line.startsWith(name)).findFirst().orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "send, hello, sent, send hello",
        "button, `{'name':'a','pressed':true}`, moved, button a true",
        "button, `{'pressed':false,'name':'a'}`, moved, button a false",
        "mute, {'on':true}, done, mute true",
        "link, {'joined':false}, cut, link false",
        "fault, `{'device':'v','fault':'ok'}`, v ok, fault v OK 0",
        "fault, `{'device':'v','fault':'fail'}`, v fail, fault v FAIL 0",
        "fault, `{'device':'v','fault':'absent'}`, v absent, fault v ABSENT 0",
        "fault, `{'device':'v','fault':'slow','millis':1500}`, v slow, fault v OK 1500",
        "fault, `{'device':'v','fault':'slow','millis':0}`, v slow, fault v OK 0",
      })
  void anOrderReachesTheSpeaker(String order, String body, String answer, String question)
      throws Exception {
    var reply = post(serve(), "POST", "/api/" + order, body.replace('\'', '"'), HOST);
    assertEquals("200 \"" + answer + "\"", reply.status() + " " + reply.body());
    assertEquals(question, asked.take());
  }

  @Test
  void anOrderCannotNameAnotherOne() throws Exception {
    post(serve(), "POST", "/api/mute", "{\"do\":\"fault\",\"on\":true}", HOST);
    assertEquals("mute true", asked.take());
  }

  @Test
  void aRefusalIsOneLine() throws Exception {
    var address = serve();
    isRefusing = true;
    var button = "{\"name\":\"a\",\"pressed\":true}";
    var refused = post(address, "POST", "/api/button", button, HOST);
    assertEquals("409 no, because\n", refused.status() + " " + refused.body());
    var unanswered = post(address, "POST", "/api/mute", "{\"on\":true}", HOST);
    assertEquals("409 no answer\n", unanswered.status() + " " + unanswered.body());
    var real = post(address, "POST", "/api/fault", "{\"fault\":1}", HOST);
    assertEquals("409 no faults\n", real.status() + " " + real.body());
    isRefusing = false;
    var unknown = post(address, "POST", "/api/fault", "{\"fault\":\"x\"}", HOST);
    assertEquals(
        "409 unknown fault 'x': use ok, fail, absent or slow\n",
        unknown.status() + " " + unknown.body());
  }

  @Test
  void badBodiesAreToldSo() throws Exception {
    var address = serve();
    assertEquals(400, post(address, "POST", "/api/mute", "nonsense", HOST).status());
    assertEquals(400, post(address, "POST", "/api/mute", "[1]", HOST).status());
    assertEquals(400, post(address, "POST", "/api/button", "{}", HOST).status());
    assertEquals(400, post(address, "POST", "/api/mute", "{\"on\":1}", HOST).status());
    assertEquals(400, post(address, "POST", "/api/fault", "{\"device\":\"v\"}", HOST).status());
    var missing = post(address, "POST", "/api/link", "{}", HOST);
    assertEquals("400 $.joined: is missing\n", missing.status() + " " + missing.body());
    assertEquals(413, post(address, "POST", "/api/send", "x".repeat(65537), HOST).status());
    var longName = "{\"name\":\"" + "x".repeat(1024) + "\",\"pressed\":true}";
    assertEquals(413, post(address, "POST", "/api/button", longName, HOST).status());
    assertEquals(List.of(), List.copyOf(asked));
  }

  @Test
  void theFifthMessageAtATimeIsRefusedAndAnOrderIsNot() throws Exception {
    var address = serve();
    int free = messages.drainPermits();
    var waiting = new ArrayList<RawHttp>();
    for (int i = 0; i < 4; i++) {
      waiting.add(RawHttp.send(address, "POST", "/api/send", "hello", HOST));
      asked.take();
    }
    assertEquals(503, post(address, "POST", "/api/send", "hello", HOST).status());
    assertEquals(200, post(address, "POST", "/api/mute", "{\"on\":true}", HOST).status());
    messages.release(free);
    for (var one : waiting) {
      assertEquals(200, one.reply().status());
      one.close();
    }
    assertEquals(200, post(address, "POST", "/api/send", "hello", HOST).status());
  }

  @Test
  void aPageThatOnlyShowsDoesNothing() throws Exception {
    var address = serve(InetAddress.getLoopbackAddress(), false, null).address();
    for (var order : Orders.ALL) {
      assertEquals(403, post(address, "POST", "/api/" + order, "{}", HOST).status(), order);
    }
    assertEquals(200, ask(address, "GET", "/api/status", HOST).status());
    assertEquals(List.of(), List.copyOf(asked));
  }

  @Test
  void aNameThatIsNotOursIsRefused() throws Exception {
    var address = serve();
    for (var host : List.of("evil.example", "localhost.evil.example", "127.0.0.1.nip.io", "")) {
      assertEquals(403, ask(address, "GET", "/", "Host: " + host).status(), host);
    }
    assertEquals(403, ask(address, "GET", "/").status());
    for (var host : List.of("localhost:9", "127.0.0.1:9", "[::1]:9", "LOCALHOST")) {
      assertEquals(200, ask(address, "GET", "/", "Host: " + host).status(), host);
    }
  }

  @Test
  void whatAnotherSiteSendsIsRefused() throws Exception {
    var address = serve();
    var mute = "{\"on\":true}";
    for (var origin : List.of("http://evil.example", "null", "http://localhost:1", "")) {
      var reply =
          post(address, "POST", "/api/mute", mute, "Host: localhost:9", "Origin: " + origin);
      assertEquals(403, reply.status(), origin);
    }
    var site = "Sec-Fetch-Site: cross-site";
    assertEquals(403, ask(address, "GET", "/api/live", HOST, site).status());
    assertEquals(List.of(), List.copyOf(asked));
    var own = "Origin: http://localhost:9";
    assertEquals(200, post(address, "POST", "/api/mute", mute, "Host: localhost:9", own).status());
  }

  @Test
  void anotherSiteMayLinkToThePageOnly() throws Exception {
    var address = serve();
    var link = "Sec-Fetch-Mode: navigate";
    for (var site : List.of("same-site", "cross-site", "")) {
      var from = "Sec-Fetch-Site: " + site;
      assertEquals(200, ask(address, "GET", "/", HOST, from, link).status(), site);
      assertEquals(200, ask(address, "GET", "/?token=x", HOST, from, link).status(), site);
      assertEquals(403, ask(address, "GET", "/", HOST, from, "Sec-Fetch-Mode: no-cors").status());
      for (var path : List.of("/api/status", "/api/live", "/page.js", "/none")) {
        assertEquals(403, ask(address, "GET", path, HOST, from, link).status(), site + path);
        assertEquals(403, ask(address, "GET", path, HOST, from).status(), site + path);
      }
      for (var path : List.of("/", "/api/mute")) {
        var reply = post(address, "POST", path, "{\"on\":true}", HOST, from, link);
        assertEquals(403, reply.status(), site + path);
      }
      var own = "Origin: http://localhost";
      var mute = post(address, "POST", "/api/mute", "{\"on\":true}", HOST, own, from);
      assertEquals(403, mute.status(), site);
    }
    for (var site : List.of("same-origin", "none")) {
      var from = "Sec-Fetch-Site: " + site;
      assertEquals(200, ask(address, "GET", "/api/status", HOST, from).status(), site);
      assertEquals(
          200, post(address, "POST", "/api/mute", "{\"on\":true}", HOST, from).status(), site);
    }
  }

  @Test
  void anAddressWithoutAPathIsNotThePage() {
    var headers = new Headers();
    headers.set("Host", "localhost");
    headers.set("Sec-Fetch-Site", "cross-site");
    headers.set("Sec-Fetch-Mode", "navigate");
    var guard = new Guard(true, null);
    assertNull(guard.refuse("GET", URI.create("/"), headers));
    assertNotNull(guard.refuse("GET", URI.create("mailto:x"), headers));
  }

  @Test
  void aTokenIsBroughtOnceAndKeptInACookie() throws Exception {
    var file = Files.writeString(folder.resolve("token"), TOKEN + "\n");
    var address = serve(InetAddress.getLoopbackAddress(), true, file).address();
    assertEquals(401, ask(address, "GET", "/", HOST).status());
    assertEquals(401, ask(address, "GET", "/?token=wrong", HOST).status());
    assertEquals(401, ask(address, "GET", "/api/live", HOST).status());
    assertEquals(401, post(address, "POST", "/api/mute", "{\"on\":true}", HOST).status());
    var welcome = ask(address, "GET", "/?token=" + TOKEN, HOST);
    assertEquals(303, welcome.status());
    assertTrue(welcome.head().contains("Location: /\r\n"), welcome.head());
    assertTrue(welcome.head().contains("; HttpOnly; SameSite=Strict; Path=/"), welcome.head());
    var cookie = "Cookie: other=1; device-agent-token=" + TOKEN;
    assertEquals(200, ask(address, "GET", "/", HOST, cookie).status());
    assertEquals(401, ask(address, "GET", "/", HOST, cookie + "x").status());
  }

  @Test
  void beyondThisMachineTheNamesOfAHomeAreOurs() {
    var guard = new Guard(false, null);
    for (var host : List.of("192.168.1.7:8377", "speaker", "speaker.local:8377", "[fe80::1]")) {
      assertEquals(null, refusal(guard, host), host);
    }
    for (var host : List.of("speaker.evil.example", "evil.example", "a.b.local")) {
      assertTrue(refusal(guard, host) != null, host);
    }
  }

  private static @Nullable Answer refusal(Guard guard, String host) {
    var headers = new Headers();
    headers.set("Host", host);
    return guard.refuse("GET", URI.create("/"), headers);
  }

  @Test
  void aTokenThatIsTooShortOrMissingIsNoToken() throws Exception {
    var loopback = InetAddress.getLoopbackAddress();
    var tooShort = Files.writeString(folder.resolve("short"), "secret");
    var problem = assertThrows(IOException.class, () -> serve(loopback, true, tooShort));
    assertFalse(problem.toString().contains("secret"));
    assertThrows(IOException.class, () -> serve(loopback, true, folder.resolve("none")));
  }

  @Test
  void aTakenPortIsToldWithWhatToDo() throws Exception {
    var taken = URI.create(serve()).getPort();
    var listen = new InetSocketAddress(InetAddress.getLoopbackAddress(), taken);
    var page = new Config.Page(listen, null, null);
    var problem =
        assertThrows(IOException.class, () -> new PageServer(page, listen, true, speaker, threads));
    assertTrue(problem.toString().contains("page.listen"), problem.toString());
  }

  @Test
  void everythingIsToldAsItChanges() throws Exception {
    try (var live = RawHttp.send(serve(), "GET", "/api/live", "", HOST)) {
      var first = live.readUntil("event: face\ndata: {\"width\":8,\"height\":1,\"rows\":[\"81\"]}");
      assertTrue(first.contains("Content-type: text/event-stream"));
      assertTrue(
          first.contains(
              "event: board\ndata: {\"name\":\"sim\",\"simulated\":true,\"control\":true,"
                  + "\"buttons\":[\"talk\"],\"devices\":[\"volume\"],"
                  + "\"faults\":{\"volume\":\"fail\"}}"),
          first);
      assertTrue(first.contains("event: status\ndata: {\"state\":\"idle\","));
      assertTrue(first.contains("\"leds\":null"), "the ring is sent separately: " + first);
      assertTrue(first.contains("event: leds\ndata: [\"#102030\"]"));
      assertTrue(first.contains(",\"indications\":[\"mute\",\"idle\"]}"), first);
      state = State.SPEAKING;
      var next = live.readUntil("\"speaking\"");
      for (var kind : List.of("board", "leds", "face")) {
        assertFalse(next.contains("event: " + kind), "did not change: " + next);
      }
      leds = List.of("#405060");
      next = live.readUntil("event: leds\ndata: [\"#405060\"]");
      assertFalse(next.contains("event: status"), "is the same but for the ring: " + next);
    }
  }

  @Test
  void theLogTellsWhatThingsMeanAndNeverWhatPeopleSaid() throws Exception {
    var server = serve(InetAddress.getLoopbackAddress(), true, null);
    var heard = "{\"type\":1003,\"senderId\":\"r\",\"data\":{\"text\":\"my secret\"}}";
    var dialects = Dialects.of(new Identity("u", "r", ""));
    var message = dialects.receive(heard.getBytes(StandardCharsets.UTF_8));
    server.in(new Input.Heard(message, true, 0));
    var start = new Intent.StartTalk(false);
    server.out(dialects.get("aicall").say(start).getFirst(), start.meaning());
    try (var live = RawHttp.send(server.address(), "GET", "/api/live", "", HOST)) {
      var lines = live.readUntil("\"meaning\":\"A talk begins.\"");
      assertTrue(lines.contains("\"what\":\"1106 StartTalking\""), lines);
      assertTrue(lines.contains("1003 UserSubtitle"), lines);
      assertFalse(lines.contains("secret"), lines);
    }
  }

  @Test
  void aLineOfTheLogIsShortAndStaysWhole() throws Exception {
    var server = serve(InetAddress.getLoopbackAddress(), true, null);
    server.told(Json.object().with("x", "\ud83d\ude00".repeat(30_000)));
    try (var live = RawHttp.send(server.address(), "GET", "/api/live", "", HOST)) {
      live.readUntil("event: log\ndata: ");
      var line = live.readUntil("\n\n");
      assertTrue(line.length() < 2000, line);
      assertFalse(line.contains("?"), "half a character: " + line);
    }
  }

  @Test
  void aBrowserThatVanishesLetsItsButtonGo() throws Exception {
    var address = serve();
    try (var live = RawHttp.send(address, "GET", "/api/live", "", HOST)) {
      live.readUntil("event: face");
      post(address, "POST", "/api/button", "{\"name\":\"talk\",\"pressed\":true}", HOST);
      assertEquals("button talk true", asked.take());
    }
    assertEquals("button talk false", asked.poll(30, TimeUnit.SECONDS));
  }

  @Test
  void aButtonThatTheSpeakerRefusedIsForgotten() throws Exception {
    var address = serve();
    try (var live = RawHttp.send(address, "GET", "/api/live", "", HOST)) {
      live.readUntil("event: face");
      for (var name : List.of("mute", "talk")) {
        isRefusing = name.equals("mute");
        post(address, "POST", "/api/button", "{\"name\":\"" + name + "\",\"pressed\":true}", HOST);
        assertEquals("button " + name + " true", asked.take());
      }
    }
    assertEquals("button talk false", asked.poll(30, TimeUnit.SECONDS));
  }

  @Test
  void aButtonWhoseReleaseIsRefusedIsLetGoLater() throws Exception {
    var address = serve();
    try (var live = RawHttp.send(address, "GET", "/api/live", "", HOST)) {
      live.readUntil("event: face");
      post(address, "POST", "/api/button", "{\"name\":\"talk\",\"pressed\":true}", HOST);
      asked.take();
      var release = "{\"name\":\"talk\",\"pressed\":false}";
      isRefusing = true;
      assertEquals(409, post(address, "POST", "/api/button", release, HOST).status());
      isRefusing = false;
      asked.take();
    }
    assertEquals("button talk false", asked.poll(30, TimeUnit.SECONDS));
  }

  /** Waits until the page has sent the ring's current state to every browser. */
  private void look() throws InterruptedException {
    looks = new CountDownLatch(2);
    looks.await();
  }

  @Test
  void aBrowserThatReadsNothingHoldsUpNoOther() throws Exception {
    var server = serve(InetAddress.getLoopbackAddress(), true, null);
    leds = HUGE;
    try (var stuck = RawHttp.send(server.address(), "GET", "/api/live", "", HOST)) {
      look();
      leds = List.of("#000000");
      look();
      try (var live = RawHttp.send(server.address(), "GET", "/api/live", "", HOST)) {
        live.readUntil("event: face");
        for (int i = 0; i < 2000; i++) {
          server.told(Json.object().with("microphone", "open"));
        }
        for (var next : List.of(State.SPEAKING, State.THINKING)) {
          state = next;
          live.readUntil(next.word());
        }
      }
      server.close();
      stuck.readUntil("event: leds");
    }
  }

  @Test
  void aBrowserThatReadsNothingIsLetGo() throws Exception {
    var patience = Duration.ofMillis(200);
    var address = serve(InetAddress.getLoopbackAddress(), true, null, patience).address();
    leds = HUGE;
    try (var stuck = RawHttp.send(address, "GET", "/api/live", "", HOST)) {
      look();
      post(address, "POST", "/api/button", "{\"name\":\"talk\",\"pressed\":true}", HOST);
      assertEquals("button talk true", asked.take());
      assertEquals("button talk false", asked.poll(30, TimeUnit.SECONDS));
      stuck.readUntil("event: leds");
    }
  }

  @Test
  void theNinthBrowserIsToldThatItIsOneTooMany() throws Exception {
    var address = serve();
    var all = new ArrayList<RawHttp>();
    for (int i = 0; i < 8; i++) {
      all.add(RawHttp.send(address, "GET", "/api/live", "", HOST));
      all.getLast().readUntil("event: face");
    }
    assertEquals(503, ask(address, "GET", "/api/live", HOST).status());
    for (var one : all) {
      one.close();
    }
  }

  @Test
  void theEndLetsEveryBrowserGo() throws Exception {
    var server = serve(InetAddress.getLoopbackAddress(), true, null);
    try (var live = RawHttp.send(server.address(), "GET", "/api/live", "", HOST)) {
      live.readUntil("event: face");
      server.close();
      assertThrows(IOException.class, () -> live.readUntil("never said"));
    }
  }
}
