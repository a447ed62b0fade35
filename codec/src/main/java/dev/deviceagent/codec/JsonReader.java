package dev.deviceagent.codec;

import dev.deviceagent.codec.CodecException.Kind;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/**
 * Parses text to {@link Json}, within {@link Limits}. One reader counts the values of all texts
 * that it reads; the static methods use a new reader for each text.
 */
public final class JsonReader {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          // The name table would keep up to 12,000 names of past messages; long names take 6 MB.
          .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxDocumentLength(Limits.MESSAGE_BYTES_CEILING)
                  .maxNestingDepth(Limits.DEPTH)
                  .maxStringLength(Limits.STRING_CHARACTERS)
                  // Names that the agent does not read may have any length; Fields limits those
                  // that it reads.
                  .maxNameLength(Limits.STRING_CHARACTERS)
                  .maxNumberLength(Limits.STRING_CHARACTERS)
                  .build())
          // Rejects two members of one name, because it is unknown which one the peer meant.
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          // An error must not quote the message: it may contain what people said.
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .build();

  private int values;

  JsonReader() {}

  /** Decodes UTF-8 and rejects malformed input. */
  public static String utf8(byte[] bytes, int from, int length) throws CodecException {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes, from, length))
          .toString();
    } catch (CharacterCodingException e) {
      throw new CodecException(Kind.ENCODING, "$", "not UTF-8");
    }
  }

  /** Reads one object with nothing after it. */
  public static Json.Obj object(String text) throws CodecException {
    return new JsonReader().nextObject(text);
  }

  /** Reads one value with nothing after it. */
  public static Json read(String text) throws CodecException {
    return new JsonReader().next(text);
  }

  /** Reads an object from a member that holds either the object or its JSON text. */
  public static Fields fields(Fields fields, String name) throws CodecException {
    return fields.find(name) instanceof Json.Obj
        ? fields.object(name)
        : new Fields(object(fields.text(name)), fields.at(name));
  }

  /** As {@link #object}, and adds to the value count of earlier texts. */
  Json.Obj nextObject(String text) throws CodecException {
    if (next(text) instanceof Json.Obj object) {
      return object;
    }
    throw new CodecException(Kind.TYPE, "$", "not a JSON object");
  }

  private Json next(String text) throws CodecException {
    try (var parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      parser.nextToken();
      var value = value(parser);
      if (parser.nextToken() != null) {
        throw new CodecException(Kind.SYNTAX, "$", "text follows the JSON value");
      }
      return value;
    } catch (StreamConstraintsException e) {
      throw new CodecException(Kind.LIMIT, "$", "too long or too deep: " + firstLine(e));
    } catch (JacksonException e) {
      throw new CodecException(Kind.SYNTAX, "$", "not JSON, at column " + column(e));
    }
  }

  private Json value(JsonParser parser) throws CodecException {
    if (++values > Limits.VALUES) {
      throw new CodecException(Kind.LIMIT, "$", "more than " + Limits.VALUES + " JSON values");
    }
    return switch (parser.currentToken()) {
      case JsonToken.START_OBJECT -> {
        var members = new LinkedHashMap<String, Json>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
          var name = whole(parser.currentName());
          parser.nextToken();
          members.put(name, value(parser));
        }
        yield new Json.Obj(members);
      }
      case JsonToken.START_ARRAY -> {
        var items = new ArrayList<Json>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          items.add(value(parser));
        }
        yield new Json.Arr(items);
      }
      case JsonToken.VALUE_STRING -> new Json.Text(whole(parser.getString()));
      case JsonToken.VALUE_NUMBER_INT, JsonToken.VALUE_NUMBER_FLOAT ->
          new Json.Num(parser.getString());
      case JsonToken.VALUE_TRUE -> new Json.Bool(true);
      case JsonToken.VALUE_FALSE -> new Json.Bool(false);
      case JsonToken.VALUE_NULL -> Json.NULL;
      case null, default -> throw new CodecException(Kind.SYNTAX, "$", "empty, not JSON");
    };
  }

  /** Replaces unpaired surrogates, which UTF-8 cannot encode. */
  private static String whole(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        var points = text.codePoints().map(p -> p >= 0xD800 && p <= 0xDFFF ? 0xFFFD : p).toArray();
        return new String(points, 0, points.length);
      }
    }
    return text;
  }

  private static String firstLine(JacksonException e) {
    return String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
  }

  private static int column(JacksonException e) {
    var place = e.getLocation();
    return place == null ? 0 : place.getColumnNr();
  }
}
