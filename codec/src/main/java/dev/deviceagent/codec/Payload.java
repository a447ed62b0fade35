package dev.deviceagent.codec;

import org.jspecify.annotations.Nullable;

/**
 * The bytes of one message from a link, before its dialect is known.
 *
 * @param bytes as they came; not copied
 * @param json the JSON object that they are, or null if they do not start like one
 */
@SuppressWarnings("ArrayRecordComponent") // payloads are read once, never compared
public record Payload(byte[] bytes, @Nullable Fields json) {
  private static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  /**
   * @throws CodecException if it starts like a JSON object and is none, or is longer than any
   *     message may be
   */
  public static Payload of(byte[] bytes) throws CodecException {
    if (bytes.length > Limits.MESSAGE_BYTES_CEILING) {
      throw new CodecException(CodecException.Kind.LIMIT, "$", "longer than any message may be");
    }
    int start = afterBom(bytes);
    while (start < bytes.length && " \t\r\n".indexOf(bytes[start]) >= 0) {
      start++;
    }
    if (start == bytes.length || bytes[start] != '{') {
      return new Payload(bytes, null);
    }
    int end = bytes.length;
    while (bytes[end - 1] == 0) {
      end--; // a C string's own NUL
    }
    var text = JsonReader.utf8(bytes, start, end - start);
    return new Payload(bytes, Fields.of(JsonReader.object(text)));
  }

  /** Where the text begins: some tools write a byte order mark before it. */
  private static int afterBom(byte[] bytes) {
    for (int i = 0; i < BOM.length; i++) {
      if (bytes.length <= i || bytes[i] != BOM[i]) {
        return 0;
      }
    }
    return BOM.length;
  }

  /** The members of the JSON object; empty if it is none. */
  public Fields fields() {
    return json == null ? Fields.of(Json.object()) : json;
  }

  /** Whether it is a JSON object with this member, which is not null. */
  public boolean has(String name) {
    return json != null && json.has(name);
  }

  /** The member of a JSON object; null if there is none or it is none. */
  public @Nullable Json find(String name) {
    return json == null ? null : json.find(name);
  }
}
