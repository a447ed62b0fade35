package dev.deviceagent.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** Bytes as a vendor's SDK would hand them over, and the examples of PROTOCOL.md. */
final class Wire {
  static final Path PAGE = Path.of("..", "PROTOCOL.md");
  private static final Set<String> MESSAGE_TAGS = Set.of("json", "nertc", "volc");

  private Wire() {}

  /** A fenced block of the page; its tag says what its text stands for. */
  record Example(int line, String tag, String text) {
    boolean isMessage() {
      return MESSAGE_TAGS.contains(tag);
    }

    byte[] bytes() {
      int end = text.indexOf('\n');
      return switch (tag) {
        case "json" -> utf8(text);
        case "nertc" -> pair(text.substring(0, end), text.substring(end + 1));
        case "volc" -> frame(text.substring(0, end), text.substring(end + 1));
        case "hex" -> hex(text);
        default -> throw new IllegalArgumentException("no bytes in " + this);
      };
    }

    @Override
    public String toString() {
      return "line " + line + ": " + text.lines().findFirst().orElse("");
    }
  }

  static List<Example> examples() throws IOException {
    var examples = new ArrayList<Example>();
    var lines = Files.readAllLines(PAGE);
    for (int start = 0; start < lines.size(); start++) {
      if (lines.get(start).startsWith("```")) {
        int end = start + 1;
        while (!lines.get(end).equals("```")) {
          end++;
        }
        var text = String.join("\n", lines.subList(start + 1, end));
        examples.add(new Example(start + 1, lines.get(start).substring(3), text));
        start = end;
      }
    }
    return examples;
  }

  static List<Example> messageExamples() throws IOException {
    return examples().stream().filter(Example::isMessage).toList();
  }

  static byte[] utf8(String text) {
    return text.getBytes(UTF_8);
  }

  static byte[] hex(String text) {
    return HexFormat.of().parseHex(text.replaceAll("\\s", ""));
  }

  /** NERTC's two strings. */
  static byte[] pair(String type, String data) {
    return utf8(type + "\0" + data);
  }

  /** Volcengine's frame. */
  static byte[] frame(String magic, String json) {
    return frame(magic, utf8(json).length, utf8(json));
  }

  static byte[] frame(String magic, int length, byte[] body) {
    return ByteBuffer.allocate(8 + body.length).put(utf8(magic)).putInt(length).put(body).array();
  }

  static Message decode(String json) throws CodecException {
    return Messages.decode(utf8(json));
  }

  static String encoded(Message message) {
    return new String(Messages.encode(message), UTF_8);
  }

  /** The fault of bytes that must have one, as {@code KIND path}. */
  static String fault(byte[] bytes) {
    var fault = assertThrows(CodecException.class, () -> Messages.decode(bytes));
    return fault.kind() + " " + fault.path();
  }

  static String fault(String json) {
    return fault(utf8(json));
  }
}
