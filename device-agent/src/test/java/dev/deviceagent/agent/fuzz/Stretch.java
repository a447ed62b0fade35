package dev.deviceagent.agent.fuzz;

import dev.deviceagent.codec.Limits;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Makes a long input of a short one, so that a fuzzer, whose inputs are some hundred bytes, finds
 * work that grows faster than its input. What stands between two bytes {@link #MARK} is repeated
 * until the whole has the size of the longest message; in it, each {@link #NUMBER} becomes the
 * number of the repetition, so that names can differ. Both are control characters, which JSON and
 * YAML do not allow in a text.
 */
public final class Stretch {
  public static final char MARK = 0x1D;
  public static final char NUMBER = 0x1F;

  private Stretch() {}

  /** The long form of an input; one without two marks is itself. */
  public static byte[] of(byte[] input) {
    int from = indexOf(input, MARK, 0);
    int to = from < 0 ? -1 : indexOf(input, MARK, from + 1);
    if (to < 0) {
      return input;
    }
    var part = Arrays.copyOfRange(input, from + 1, to);
    boolean isNumbered = indexOf(part, NUMBER, 0) >= 0;
    int rest = input.length - to - 1;
    var out = ByteBuffer.allocate(Math.max(input.length, Limits.MESSAGE_BYTES));
    out.put(input, 0, from);
    for (int i = 0; part.length > 0; i++) {
      var next = isNumbered ? numbered(part, i) : part;
      if (next.length + rest > out.remaining()) {
        break;
      }
      out.put(next);
    }
    out.put(input, to + 1, rest);
    return Arrays.copyOf(out.array(), out.position());
  }

  private static byte[] numbered(byte[] part, int number) {
    var out = new ByteArrayOutputStream();
    for (byte b : part) {
      if (b == NUMBER) {
        out.writeBytes(Integer.toString(number).getBytes(StandardCharsets.US_ASCII));
      } else {
        out.write(b);
      }
    }
    return out.toByteArray();
  }

  private static int indexOf(byte[] bytes, char wanted, int from) {
    for (int i = from; i < bytes.length; i++) {
      if (bytes[i] == wanted) {
        return i;
      }
    }
    return -1;
  }
}
