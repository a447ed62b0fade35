package dev.deviceagent.agent;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A bridge that records in a book which starts and ends of talks it has read. */
final class TalkBridge implements AutoCloseable {
  private final BridgePeer peer;
  private final TalkBook book;
  private final Thread reader;
  private final CountDownLatch greeted = new CountDownLatch(1);
  private volatile boolean isHanging;
  private volatile boolean isConnected = true;

  TalkBridge(Path socket, TalkBook book) throws IOException {
    peer = BridgePeer.connect(socket);
    this.book = book;
    reader = Thread.ofPlatform().daemon().start(this::read);
  }

  private void read() {
    try {
      while (!isHanging) {
        var frame = peer.next();
        if (frame.contains("\"type\":1106")) {
          book.startRead();
        } else if (frame.contains("\"type\":1107") || frame.contains("\"type\":1108")) {
          book.endRead();
        } else if (frame.contains("\"type\":1105")) {
          greeted.countDown();
        }
      }
    } catch (IOException e) {
      isConnected = false;
    }
  }

  boolean isConnected() {
    return isConnected;
  }

  void joined() {
    tell("{\"link\":\"joined\"}");
  }

  void left() {
    tell("{\"link\":\"left\",\"reason\":\"the room was closed\"}");
  }

  private void tell(String control) {
    try {
      peer.control(control);
    } catch (IOException e) {
      isConnected = false; // the agent has closed the connection
    }
  }

  void message(String text) {
    try {
      peer.message(text);
    } catch (IOException e) {
      isConnected = false;
    }
  }

  /** Sends an empty frame: the agent ends the connection, and this end reads what still arrives. */
  void nonsense() throws InterruptedException {
    try {
      peer.raw(new byte[4]);
    } catch (IOException e) {
      isConnected = false;
    }
    reader.join();
  }

  /** Reads at most one more frame. */
  void hang() {
    isHanging = true;
    isConnected = false;
  }

  /** Shuts the output down and reads to the end. */
  void halfClose() throws InterruptedException {
    try {
      peer.shutdownOutput();
    } catch (IOException e) {
      isConnected = false; // already closed
    }
    reader.join();
  }

  /** Closes the connection; some frames may be unread. */
  @Override
  public void close() throws IOException {
    isConnected = false;
    peer.close();
    try {
      reader.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Closes the connection after reading every frame. */
  void closeAfterReading() throws IOException, InterruptedException {
    if (isConnected) {
      halfClose();
    }
    close();
  }

  void awaitGreeting() throws InterruptedException, IOException {
    if (!greeted.await(30, TimeUnit.SECONDS)) {
      throw new IOException("the agent does not greet a bridge that has joined");
    }
  }
}
