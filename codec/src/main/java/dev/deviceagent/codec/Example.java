package dev.deviceagent.codec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A message from a cloud as {@code PROTOCOL.md} writes it. The page of a running agent offers it to
 * try out. Each dialect has its examples in the {@code examples.json} of its package.
 *
 * @param form {@code json}: the text; {@code nertc}: the first line, a NUL, the rest; {@code volc}:
 *     the first line, the length of the rest as u32, the rest
 */
public record Example(String form, String text) {
  /** The examples beside a class; empty if there is no such file. */
  static List<Example> of(Class<?> dialect) {
    try (var in = dialect.getResourceAsStream("examples.json")) {
      if (in == null) {
        return List.of();
      }
      var examples = new ArrayList<Example>();
      var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (var example : Fields.of(JsonReader.object(text)).objects("examples")) {
        examples.add(new Example(example.text("form"), example.text("text")));
      }
      return List.copyOf(examples);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (CodecException e) {
      throw new IllegalStateException("cannot read examples.json of " + dialect.getName(), e);
    }
  }

  public byte[] bytes() {
    int end = text.indexOf('\n');
    return switch (form) {
      case "json" -> utf8(text);
      case "nertc" -> utf8(text.substring(0, end) + "\0" + text.substring(end + 1));
      case "volc" -> {
        var body = utf8(text.substring(end + 1));
        yield ByteBuffer.allocate(end + Integer.BYTES + body.length)
            .put(utf8(text.substring(0, end)))
            .putInt(body.length)
            .put(body)
            .array();
      }
      default -> throw new IllegalStateException("unknown form '" + form + "'");
    };
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
