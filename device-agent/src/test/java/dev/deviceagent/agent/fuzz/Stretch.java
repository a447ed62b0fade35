package dev.deviceagent.agent.fuzz;

import dev.deviceagent.codec.Limits;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Expands a short input into a long one. A fuzzer's inputs have a few hundred bytes; the long form
 * finds work that grows faster than its input. The text between two {@link #MARK} bytes is repeated
 * until the input is as long as the longest message. In the repeated text, the number of the
 * repetition replaces each {@link #NUMBER}, so that names can differ. Both are control characters,
 * which JSON and YAML do not allow in text.
 */
public final class Stretch {
  public static final char MARK = 0x1D;
  public static final char NUMBER = 0x1F;

  private Stretch() {}

  /** The long form of an input; an input without two marks is returned unchanged. */
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
