package dev.deviceagent.codec;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes {@link Json} as text. */
public final class JsonWriter {
  private static final JsonFactory FACTORY = new JsonFactory();

  private JsonWriter() {}

  /** On one line, without spaces. */
  public static String text(Json value) {
    var out = new StringWriter();
    try (var generator = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
      write(generator, value);
    }
    return out.toString();
  }

  /** On one line, in UTF-8. */
  public static byte[] utf8(Json value) {
    return text(value).getBytes(StandardCharsets.UTF_8);
  }

  private static void write(JsonGenerator out, Json value) {
    switch (value) {
      case Json.Obj(var members) -> {
        out.writeStartObject();
        members.forEach((name, member) -> {
          out.writeName(name);
          write(out, member);
        });
        out.writeEndObject();
      }
      case Json.Arr(var items) -> {
        out.writeStartArray();
        items.forEach(item -> write(out, item));
        out.writeEndArray();
      }
      case Json.Text(var text) -> out.writeString(text);
      case Json.Num(var literal) -> out.writeNumber(literal);
      case Json.Bool(var truth) -> out.writeBoolean(truth);
      case Json.Null() -> out.writeNull();
    }
  }
}
