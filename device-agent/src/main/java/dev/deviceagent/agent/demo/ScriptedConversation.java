package dev.deviceagent.agent.demo;

import dev.deviceagent.agent.link.BridgeClient;
import dev.deviceagent.agent.runtime.Threads;
import dev.deviceagent.codec.Json;
import dev.deviceagent.hal.Board;
import dev.deviceagent.hal.HalException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Plays a conversation over the real socket, as a vendor's bridge would. The conversation is a
 * folder: {@code conversation.yaml} lists the steps, and files beside it contain the messages.
 */
public final class ScriptedConversation {
  private final Path folder;
  private final List<Step> steps;

  /** One step; {@code what} is its key in the file. */
  record Step(String what, String value) {}

  /**
   * @throws IOException if the folder does not contain a valid conversation
   */
  public ScriptedConversation(Path folder) throws IOException {
    this.folder = folder;
    this.steps = new ArrayList<>();
    var text = Files.readString(folder.resolve("conversation.yaml"));
    if (new Load(LoadSettings.builder().build()).loadFromString(text) instanceof List<?> list) {
      for (var item : list) {
        if (item instanceof Map<?, ?> step) {
          step.forEach((what, value) -> steps.add(new Step("" + what, "" + value)));
        }
      }
    }
  }

  /** Plays all steps. Blocks; a broken connection ends it. */
  public void play(Path socket, Board board, SpeakerView view, Threads threads) throws IOException {
    try (var bridge = BridgeClient.connect(socket)) {
      threads.virtual("conversation-read", () -> read(bridge));
      for (var step : steps) {
        play(step, bridge, board, view);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the agent is shutting down
    }
  }

  private void play(Step step, BridgeClient bridge, Board board, SpeakerView view)
      throws IOException, InterruptedException {
    switch (step.what()) {
      case "say" -> view.caption(step.value());
      case "wait" -> Thread.sleep(millis(step.value())); // the delay is part of the conversation
      case "link" -> bridge.control(Json.object().with("link", step.value()));
      case "send" -> bridge.message(Files.readAllBytes(folder.resolve(step.value())));
      case "conv", "tool", "subv", "info" -> bridge.message(framed(step));
      case "hold" -> hold(board, millis(step.value()));
      default -> throw new IOException(folder + ": no step '" + step.what() + "'");
    }
  }

  /** Adds the header of a Volcengine message, which a text file cannot contain. */
  private byte[] framed(Step step) throws IOException {
    var json = Files.readString(folder.resolve(step.value())).strip();
    var body = json.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(8 + body.length)
        .put(step.what().getBytes(StandardCharsets.US_ASCII))
        .putInt(body.length)
        .put(body)
        .array();
  }

  private static void hold(Board board, long millis) throws IOException, InterruptedException {
    var simulator = board.simulator().orElseThrow();
    try {
      simulator.press(Board.TALK, true);
      Thread.sleep(millis);
      simulator.press(Board.TALK, false);
    } catch (HalException e) {
      throw new IOException(e);
    }
  }

  /** Discards what the agent sends; the agent itself shows its traffic to the user. */
  private static void read(BridgeClient bridge) {
    try {
      while (bridge.isOpen()) {
        bridge.receive();
      }
    } catch (IOException e) {
      // the conversation is over
    }
  }

  private static long millis(String time) {
    return time.endsWith("ms")
        ? Long.parseLong(time.substring(0, time.length() - 2))
        : Math.round(Double.parseDouble(time.substring(0, time.length() - 1)) * 1000);
  }
}
