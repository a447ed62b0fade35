package dev.deviceagent.hal.linux.player;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.HalException.Kind;
import dev.deviceagent.hal.linux.player.MpdReply.Pair;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The protocol, with everything that an mpd or another program may send. */
@Timeout(30)
class MpdConnectionTest {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration SHORT = Duration.ofMillis(200);

  @TempDir Path folder;
  private MpdAddress address = new MpdAddress.Unix(Path.of("/"));

  @BeforeEach
  void address() {
    address = new MpdAddress.Unix(folder.resolve("mpd.sock"));
  }

  private FakeMpd mpd(String greeting, Function<String, String> answers) throws IOException {
    return new FakeMpd(folder.resolve("mpd.sock"), greeting, answers);
  }

  private FakeMpd mpd(Function<String, String> answers) throws IOException {
    return mpd(FakeMpd.GREETING, answers);
  }

  private HalException failure(Duration patience) {
    return assertThrows(
        HalException.class,
        () -> {
          try (var connection = MpdConnection.open(address, patience)) {
            connection.ask(MpdCommand.STATUS);
          }
        });
  }

  private void assertFails(String problem, Duration patience) {
    var failure = failure(patience);
    assertEquals(Kind.FAILED, failure.kind());
    assertEquals(problem, failure.problem());
    assertEquals("mpd " + address, failure.where());
  }

  @Test
  void anAnswerIsItsPairsInOrder() throws Exception {
    try (var mpd = mpd(line -> "b: 1\na: x: y\nb: 2\nempty: \nvolume: 12\nbig: 99999999999\nOK\n");
        var connection = MpdConnection.open(address, PATIENCE)) {
      var reply = connection.ask(MpdCommand.STATUS);
      assertEquals(
          List.of(
              new Pair("b", "1"),
              new Pair("a", "x: y"),
              new Pair("b", "2"),
              new Pair("empty", ""),
              new Pair("volume", "12"),
              new Pair("big", "99999999999")),
          reply.pairs());
      assertEquals("1", reply.first("b"));
      assertNull(reply.first("B"), "keys are case-sensitive: time is not Time");
      assertEquals(12, reply.number("volume"));
      assertNull(reply.number("big"));
      assertNull(reply.number("empty"));
      assertEquals(List.of("status"), mpd.lines());
    }
  }

  @Test
  void severalCommandsAreOneList() throws Exception {
    try (var mpd = mpd(line -> line + ": 1\nOK\n");
        var connection = MpdConnection.open(address, PATIENCE)) {
      var reply = connection.ask(MpdCommand.STATUS, MpdCommand.of("currentsong"));
      assertEquals(List.of(new Pair("status", "1"), new Pair("currentsong", "1")), reply.pairs());
      assertEquals(List.of("status", "currentsong"), mpd.lines());
    }
  }

  /** The example of the MPD protocol's "Escaping String Values". */
  @Test
  void quotesAndBackslashesAreEscapedOnBothLevels() {
    assertEquals(
        "find \"(Artist == \\\"foo'bar\\\\\\\"\\\")\"",
        MpdCommand.of("find", MpdCommand.filter("Artist", "==", "foo'bar\"")).line());
    assertEquals("a \"\" \"b c\" \"\\\\\"", MpdCommand.of("a", "", "b c", "\\").line());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "a\nclear", "\0"})
  void noArgumentCanBeginOrEndACommand(String argument) {
    assertThrows(IllegalArgumentException.class, () -> MpdCommand.of("add", argument));
  }

  @Test
  void aRefusalIsTypedAndTheConnectionGoesOn() throws Exception {
    try (var mpd =
            mpd(line -> line.equals("ping") ? "OK\n" : "ACK [50@1] {play} no \"1\"\u001b\n");
        var connection = MpdConnection.open(address, PATIENCE)) {
      var refusal = assertThrows(MpdRefusal.class, () -> connection.ask(MpdCommand.STATUS));
      assertEquals(50, refusal.error());
      assertEquals(1, refusal.index());
      assertEquals("play", refusal.command());
      assertEquals("play: no \"1\"·", refusal.words());
      assertEquals(List.of(), connection.ask(MpdCommand.of("ping")).pairs());
      assertEquals(2, mpd.lines().size());
    }
  }

  /** Greets the first client immediately, then sends the rest byte by byte with this pause. */
  private void dripping(String text, Duration pause, Executable act) throws Throwable {
    try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(folder.resolve("mpd.sock")));
      var peer =
          Thread.ofVirtual()
              .start(() -> {
                try (var client = server.accept()) {
                  client.write(ByteBuffer.wrap("OK MPD 0.23.5\n".getBytes(UTF_8)));
                  for (byte b : text.getBytes(UTF_8)) {
                    client.write(ByteBuffer.wrap(new byte[] {b}));
                    LockSupport.parkNanos(pause.toNanos());
                  }
                  client.read(ByteBuffer.allocate(100));
                } catch (IOException e) {
                  // the client has disconnected early, as one of the tests intends
                }
              });
      act.execute();
      peer.join();
    }
  }

  @Test
  void anAnswerMayComeInPieces() throws Throwable {
    dripping(
        "Title: 月\nTitle: b\nOK\n",
        Duration.ofMillis(2),
        () -> {
          try (var connection = MpdConnection.open(address, PATIENCE)) {
            assertEquals(
                List.of(new Pair("Title", "月"), new Pair("Title", "b")),
                connection.ask(MpdCommand.STATUS).pairs());
          }
        });
  }

  @Test
  void theLimitIsForTheWholeAnswerAndNotForEachByte() throws Throwable {
    dripping(
        "Title: b\n".repeat(10),
        Duration.ofMillis(20),
        () -> assertFails("it did not answer within 200 ms", SHORT));
  }

  @Test
  void aStrangersGreetingIsShownOnOneLine() throws Exception {
    try (var stranger = mpd("SSH-2.0-\u001b[31mx\rforged\n", line -> "OK\n")) {
      assertFails("it greets with 'SSH-2.0-·[31mx·forged', so it is not mpd", PATIENCE);
      assertEquals(List.of(), stranger.lines());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense\n", "ACK [x@0] {} what\n", ": no key\n", "state:play\n", "\n"})
  void nonsenseIsAFailure(String answer) throws Exception {
    try (var mpd = mpd(line -> answer)) {
      assertFails("it answered '" + answer.strip() + "'", PATIENCE);
      assertEquals(List.of("status"), mpd.lines());
    }
  }

  @Test
  void anMpdThatHangsIsLeft() throws Exception {
    try (var silent = mpd(FakeMpd.SILENCE, line -> "OK\n")) {
      assertFails("it did not answer within 200 ms", SHORT);
      assertEquals(List.of(), silent.lines());
    }
    try (var hung = mpd(line -> "state: pl")) {
      assertFails("it did not answer within 200 ms", SHORT);
      assertEquals(List.of("status"), hung.lines());
    }
  }

  /** A hung mpd does not even accept: the kernel does, until its queue is full. */
  @Test
  void aFullQueueOfConnectionsIsAFailureAndNoWait() throws Exception {
    var clients = new ArrayList<SocketChannel>();
    try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      var socket = UnixDomainSocketAddress.of(folder.resolve("mpd.sock"));
      server.bind(socket, 1);
      clients.add(SocketChannel.open(socket));
      clients.add(SocketChannel.open(socket));
      assertEquals(Kind.FAILED, failure(PATIENCE).kind());
    } finally {
      for (var client : clients) {
        client.close();
      }
    }
  }

  @Test
  void anAnswerWithoutAnEndIsLeftToo() throws Exception {
    try (var endless = mpd(line -> ("a: " + "x".repeat(997) + "\n").repeat(2_000))) {
      assertFails("its answer has more than 1048576 characters", PATIENCE);
      assertEquals(1, endless.lines().size());
    }
    try (var endless = mpd(line -> "a".repeat(70_000))) {
      assertFails("it sent a line of more than 65536 bytes", PATIENCE);
      assertEquals(1, endless.lines().size());
    }
    try (var large = mpd(line -> ("a: " + "x".repeat(60_000) + "\n").repeat(10) + "OK\n");
        var connection = MpdConnection.open(address, PATIENCE)) {
      assertEquals(10, connection.ask(MpdCommand.STATUS).pairs().size());
      assertEquals(1, large.lines().size());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "state: pl", "state: play\n"})
  void anMpdThatGoesInTheMiddleIsAFailure(String begun) throws Exception {
    try (var mpd = mpd(line -> begun + FakeMpd.HANG_UP)) {
      assertFails("it closed the connection", PATIENCE);
      assertEquals(1, mpd.lines().size());
    }
    try (var mpd = mpd(FakeMpd.HANG_UP, line -> "OK\n")) {
      assertFails("it closed the connection", PATIENCE);
      assertEquals(0, mpd.lines().size());
    }
  }

  @Test
  void whereNobodyListensItIsAbsentWithACure() throws Exception {
    var missing = failure(PATIENCE);
    assertEquals(Kind.ABSENT, missing.kind());
    assertEquals(
        "mpd "
            + address
            + ": no such socket; install mpd and start it: sudo apt install mpd;"
            + " or set player in the board file",
        missing.getMessage());
    try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(folder.resolve("mpd.sock")));
    }
    assertTrue(Files.exists(folder.resolve("mpd.sock")), "closed, and left behind");
    assertEquals("no server listens there", failure(PATIENCE).problem());
    address = new MpdAddress.Tcp("localhost", freePort());
    assertEquals(Kind.ABSENT, failure(PATIENCE).kind());
    address = new MpdAddress.Tcp("no-such-host.invalid", 6600);
    assertEquals(Kind.ABSENT, failure(PATIENCE).kind());
  }

  @Test
  void aSocketThatThisUserMayNotWriteToIsDenied() throws Exception {
    assumeFalse(
        System.getProperty("user.name").equals("root"), "skipped, because root may everything");
    try (var mpd = mpd(line -> "OK\n")) {
      Files.setPosixFilePermissions(
          folder.resolve("mpd.sock"), PosixFilePermissions.fromString("r--r--r--"));
      assertEquals(Kind.DENIED, failure(PATIENCE).kind());
      assertEquals(List.of(), mpd.lines());
    }
  }

  @Test
  void tcpSpeaksTheSame() throws Exception {
    try (var server = ServerSocketChannel.open()) {
      server.bind(new InetSocketAddress("localhost", 0));
      int port = ((InetSocketAddress) server.getLocalAddress()).getPort();
      address = new MpdAddress.Tcp("localhost", port);
      var hung = failure(SHORT);
      assertEquals("mpd localhost:" + port, hung.where());
      assertEquals("it did not answer within 200 ms", hung.problem());
    }
  }

  @Test
  void anInterruptedWaitEndsAtOnce() throws Exception {
    try (var hung = mpd(line -> FakeMpd.SILENCE);
        var connection = MpdConnection.open(address, PATIENCE)) {
      Thread.currentThread().interrupt();
      var failure = assertThrows(HalException.class, () -> connection.ask(MpdCommand.STATUS));
      assertTrue(Thread.interrupted(), "the thread is still told");
      assertEquals(Kind.FAILED, failure.kind());
      assertTrue(hung.lines().size() < 2);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/run/mpd/socket, /run/mpd/socket",
    "localhost, localhost:6600",
    "music.local:6601, music.local:6601",
    "192.168.1.7:1, 192.168.1.7:1",
    "[::1]:6600, [::1]:6600",
    "[fe80::1], [fe80::1]:6600"
  })
  void anAddressIsAPathOrAHostAndAPort(String text, String meant) {
    assertEquals(meant, MpdAddress.parse(text).toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "run/mpd", "host:", "host:0", "host:65536", "::1", "a:b"})
  void anythingElseIsNone(String text) {
    var problem =
        assertThrows(IllegalArgumentException.class, () -> MpdAddress.parse(text)).getMessage();
    assertFalse(
        problem == null || !problem.startsWith("'" + text + "' must be the path of a socket"),
        problem);
  }

  private static int freePort() throws IOException {
    try (var server = ServerSocketChannel.open()) {
      server.bind(new InetSocketAddress("localhost", 0));
      return ((InetSocketAddress) server.getLocalAddress()).getPort();
    }
  }
}
