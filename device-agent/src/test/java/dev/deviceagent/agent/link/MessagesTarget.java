package dev.deviceagent.agent.link;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.deviceagent.agent.fuzz.Cost;
import dev.deviceagent.agent.fuzz.Seeds;
import dev.deviceagent.agent.fuzz.Stretch;
import dev.deviceagent.agent.fuzz.Target;
import dev.deviceagent.codec.CodecException;
import dev.deviceagent.codec.Identity;
import dev.deviceagent.codec.dialects.Dialects;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * The decoders: any bytes give either a message with a meaning or a {@link CodecException} of one
 * line. An input is a message, or the short form of a long one.
 */
public final class MessagesTarget implements Target {
  private static final Dialects DIALECTS = Dialects.of(new Identity("u", "r", ""));
  private static final Cost LIMIT = new Cost(TimeUnit.MILLISECONDS.toNanos(200), 16 << 20);
  private static final int ERROR_CHARACTERS = 400;

  private static final int HEADER_BYTES = 8;
  private static final Set<String> MAGICS = Set.of("subv", "conv", "info", "tool", "func", "ctrl");

  @Override
  public void run(byte[] input) throws Exception {
    var message = message(input);
    LIMIT.limit(() -> Cost.of(() -> decode(message)));
    check(message);
    if (!Arrays.equals(message, input)) {
      check(input);
    }
  }

  @Override
  public List<byte[]> seeds() throws IOException {
    var seeds = new ArrayList<>(Seeds.messages());
    seeds.addAll(Seeds.longMessages());
    return seeds;
  }

  /**
   * Expands an input into a message. In a Volcengine frame whose length field is 0, sets the
   * correct length: otherwise each mutation of the text would make the frame invalid.
   */
  public static byte[] message(byte[] input) {
    var message = Stretch.of(input);
    boolean isFrame =
        message.length > HEADER_BYTES && MAGICS.contains(new String(message, 0, 4, US_ASCII));
    if (!isFrame || ByteBuffer.wrap(message).getInt(4) != 0) {
      return message;
    }
    var frame = message.clone();
    ByteBuffer.wrap(frame).putInt(4, frame.length - HEADER_BYTES);
    return frame;
  }

  private static void decode(byte[] bytes) {
    try {
      DIALECTS.receive(bytes);
    } catch (CodecException e) {
      // The exception is checked below.
    }
  }

  private static void check(byte[] bytes) {
    try {
      var message = DIALECTS.receive(bytes);
      demand(!message.summary().isEmpty(), "a message without a summary");
      demand(!message.signals().isEmpty(), "a message without a signal");
      demand(!message.meaning().isEmpty(), "a message without a meaning");
    } catch (CodecException e) {
      demand(e.path().startsWith("$"), "a path that starts nowhere: " + e.path());
      var text = String.valueOf(e.getMessage());
      demand(text.lines().count() == 1, "an error of several lines: " + text);
      demand(text.length() <= ERROR_CHARACTERS, "an error of " + text.length() + " characters");
    }
  }

  private static void demand(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise);
    }
  }
}
