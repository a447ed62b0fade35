package dev.deviceagent.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.deviceagent.codec.dialects.Dialects;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** Bytes as a vendor's SDK passes them, and the examples of PROTOCOL.md. */
public final class Wire {
  /** The identity of this device in all tests. */
  public static final Identity IDENTITY = new Identity("u", "r", "1.2.3");

  /** The program's dialects. */
  public static final Dialects DIALECTS = Dialects.of(IDENTITY);

  static final Path PAGE = Path.of("..", "PROTOCOL.md");
  private static final Set<String> MESSAGE_TAGS = Set.of("json", "nertc", "volc");

  private Wire() {}

  /** A fenced block of the page; its tag says how to encode its text. */
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

  public static byte[] utf8(String text) {
    return text.getBytes(UTF_8);
  }

  public static String text(byte[] bytes) {
    return new String(bytes, UTF_8);
  }

  public static byte[] hex(String text) {
    return HexFormat.of().parseHex(text.replaceAll("\\s", ""));
  }

  /** The two strings of a NERTC message. */
  public static byte[] pair(String type, String data) {
    return utf8(type + "\0" + data);
  }

  /** A Volcengine frame. */
  public static byte[] frame(String magic, String json) {
    return frame(magic, utf8(json).length, utf8(json));
  }

  /** A Volcengine frame with any length in its header. */
  public static byte[] frame(String magic, int length, byte[] body) {
    return ByteBuffer.allocate(8 + body.length).put(utf8(magic)).putInt(length).put(body).array();
  }

  public static Received receive(byte[] bytes) throws CodecException {
    return DIALECTS.receive(bytes);
  }

  public static Received receive(String text) throws CodecException {
    return receive(utf8(text));
  }

  public static List<Signal> signals(byte[] bytes) throws CodecException {
    return receive(bytes).signals();
  }

  public static List<Signal> signals(String text) throws CodecException {
    return signals(utf8(text));
  }

  /** The signal of bytes that must contain exactly one. */
  public static Signal signal(byte[] bytes) throws CodecException {
    var signals = signals(bytes);
    assertEquals(1, signals.size(), signals::toString);
    return signals.getFirst();
  }

  public static Signal signal(String text) throws CodecException {
    return signal(utf8(text));
  }

  /** The calls of a message, in order; its other signals are omitted. */
  public static List<ToolCall> calls(byte[] bytes) throws CodecException {
    var calls = new ArrayList<ToolCall>();
    for (var signal : signals(bytes)) {
      if (signal instanceof Signal.Call(var call, _)) {
        calls.add(call);
      }
    }
    return calls;
  }

  /** The fault of bytes that must be rejected, as {@code KIND path}. */
  public static String fault(byte[] bytes) {
    var fault = assertThrows(CodecException.class, () -> receive(bytes));
    return fault.kind() + " " + fault.path();
  }

  public static String fault(String text) {
    return fault(utf8(text));
  }
}
