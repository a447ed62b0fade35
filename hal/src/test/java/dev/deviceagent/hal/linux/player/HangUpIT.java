package dev.deviceagent.hal.linux.player;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.HalException.Kind;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** The bus hangs up while another thread uses the connection. */
@Timeout(60)
class HangUpIT {
  @TempDir Path folder;

  private RealBus bus;
  private BusConnection connection;
  private RacingWriter writer;

  @BeforeAll
  static void installed() {
    RealBus.assumeInstalled("dbus-daemon");
  }

  @BeforeEach
  void connect() throws Exception {
    bus = RealBus.start(folder);
    var socket = BusSocket.find(bus.environment());
    var threads = Thread.ofPlatform().daemon().factory();
    var raced = RacingWriter.of(() -> BusConnection.open(socket, Duration.ofSeconds(5), threads));
    connection = raced.connection();
    writer = raced.writer();
  }

  @AfterEach
  void end() {
    connection.close();
    bus.close();
  }

  private void hangUp() {
    bus.close();
    writer.awaitHangUp();
  }

  private static void assertHungUp(Executable use) {
    var failure = assertThrows(HalException.class, use);
    assertEquals(Kind.FAILED, failure.kind());
    assertEquals("it closed the connection", failure.problem());
  }

  @Test
  void theConnectionIsNotGood() {
    hangUp();
    assertFalse(connection.isGood());
  }

  @Test
  void aCallFails() {
    hangUp();
    assertHungUp(connection::names);
  }

  @Test
  void listeningToASignalFails() {
    hangUp();
    assertHungUp(() -> connection.signals("/a", "a.B", "C"));
  }

  @Test
  void listeningNoMoreFails() throws Exception {
    var signals = connection.signals("/a", "a.B", "C");
    hangUp();
    assertHungUp(signals::close);
  }
}
