package dev.deviceagent.agent.link;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.deviceagent.agent.fuzz.Cost;
import dev.deviceagent.agent.fuzz.Seeds;
import dev.deviceagent.agent.fuzz.Stretch;
import dev.deviceagent.agent.fuzz.Target;
import dev.deviceagent.codec.CodecException;
import dev.deviceagent.codec.Limits;
import dev.deviceagent.codec.Messages;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * The decoders: whatever the bytes, a message that is the same when it is written and read again,
 * or a {@link CodecException} of one line. An input is a message, or a short form of a long one.
 */
public final class MessagesTarget implements Target {
  private static final Cost LIMIT = new Cost(TimeUnit.MILLISECONDS.toNanos(200), 16 << 20);
  private static final int ERROR_CHARACTERS = 400;

  /** A character may become {@code \u0001}, and that in a text in a text two characters more. */
  private static final int GROWTH = 8;

  /** What a message written without anything optional may have more than the one that was read. */
  private static final int GROWTH_BYTES = 256;

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
   * The message that an input stands for: stretched, and with the right length where it is a frame
   * of Volcengine's that says 0, for a change of its text would else cost it.
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
      Messages.decode(bytes);
    } catch (CodecException e) {
      // What it says is looked at below.
    }
  }

  private static void check(byte[] bytes) {
    try {
      var message = Messages.decode(bytes);
      var written = Messages.encode(message);
      demand(!message.summary().isEmpty(), "a message without a summary");
      demand(
          written.length <= GROWTH * bytes.length + GROWTH_BYTES,
          bytes.length + " bytes are " + written.length + " when written again");
      // A malformed call is not written as it came: all but the little it had is lost.
      if (!message.toString().contains("Malformed[") && written.length <= Limits.MESSAGE_BYTES) {
        demand(message.equals(again(written)), "written and read again, it is another: " + message);
      }
    } catch (CodecException e) {
      demand(e.path().startsWith("$"), "a path that starts nowhere: " + e.path());
      var text = String.valueOf(e.getMessage());
      demand(text.lines().count() == 1, "an error of several lines: " + text);
      demand(text.length() <= ERROR_CHARACTERS, "an error of " + text.length() + " characters");
    }
  }

  private static Object again(byte[] written) {
    try {
      return Messages.decode(written);
    } catch (CodecException e) {
      throw new AssertionError("written by us, and refused by us", e);
    }
  }

  private static void demand(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise);
    }
  }
}
