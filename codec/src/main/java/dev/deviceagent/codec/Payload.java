package dev.deviceagent.codec;

import org.jspecify.annotations.Nullable;

/**
 * The bytes of one message from a link, before its dialect is known.
 *
 * @param bytes the received bytes; not copied
 * @param json the bytes as a JSON object; null if they do not start like one
 */
@SuppressWarnings("ArrayRecordComponent") // payloads are read once, never compared
public record Payload(byte[] bytes, @Nullable Fields json) {
  private static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  /**
   * @throws CodecException if the bytes start like a JSON object and are not one, or exceed {@link
   *     Limits#MESSAGE_BYTES_CEILING}
   */
  public static Payload of(byte[] bytes) throws CodecException {
    if (bytes.length > Limits.MESSAGE_BYTES_CEILING) {
      throw new CodecException(
          CodecException.Kind.LIMIT,
          "$",
          "longer than " + Limits.MESSAGE_BYTES_CEILING + " bytes, the limit for a message");
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
      end--; // the terminating NUL of a C string
    }
    var text = JsonReader.utf8(bytes, start, end - start);
    return new Payload(bytes, Fields.of(JsonReader.object(text)));
  }

  /** Where the text begins: some tools write a byte order mark first. */
  private static int afterBom(byte[] bytes) {
    for (int i = 0; i < BOM.length; i++) {
      if (bytes.length <= i || bytes[i] != BOM[i]) {
        return 0;
      }
    }
    return BOM.length;
  }

  /** The members of the JSON object; empty if the payload is not one. */
  public Fields fields() {
    return json == null ? Fields.of(Json.object()) : json;
  }

  /** Whether the payload is a JSON object with this member, and the member is not null. */
  public boolean has(String name) {
    return json != null && json.has(name);
  }

  /** The member of the JSON object; null if it is absent or the payload is not a JSON object. */
  public @Nullable Json find(String name) {
    return json == null ? null : json.find(name);
  }
}
