package dev.deviceagent.codec;

import dev.deviceagent.codec.CodecException.Kind;

/** Every vendor's bytes to a {@link Message}, recognised by themselves, and back. */
public final class Messages {
  private Messages() {}

  /**
   * What a bridge's message frame holds.
   *
   * @throws CodecException whatever is wrong with the bytes; nothing else is ever thrown
   */
  public static Message decode(byte[] bytes) throws CodecException {
    if (bytes.length > Limits.MESSAGE_BYTES_CEILING) {
      throw new CodecException(Kind.LIMIT, "$", "longer than any message may be");
    }
    if (VolcCodec.looksLikeOne(bytes)) {
      return VolcCodec.decode(bytes);
    }
    int start = 0;
    while (start < bytes.length && " \t\r\n".indexOf(bytes[start]) >= 0) {
      start++;
    }
    if (start < bytes.length && bytes[start] == '{') {
      return json(bytes);
    }
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == 0) {
        return NertcCodec.pair(bytes, i);
      }
    }
    throw new CodecException(Kind.UNRECOGNISED, "$", "no format known here starts like this");
  }

  private static Message json(byte[] bytes) throws CodecException {
    int end = bytes.length;
    while (end > 0 && bytes[end - 1] == 0) {
      end--;
    }
    var fields = Fields.of(JsonReader.object(JsonReader.utf8(bytes, 0, end)));
    if (fields.find("type") instanceof Json.Num) {
      return AiCallTable.read(fields);
    }
    if (fields.find("type") instanceof Json.Text) {
      return NertcCodec.envelope(fields);
    }
    if (fields.has("jsonrpc")) {
      return new NertcMessage.Mcp(NertcMessage.Origin.UNKNOWN, JsonRpc.read(fields));
    }
    if (fields.has("call")) {
      return NertcCall.read(fields);
    }
    if (fields.has("Command")) {
      return VoiceChatUpdate.read(fields);
    }
    if (AlibabaServerMessage.isOne(fields)) {
      return AlibabaServerMessage.read(fields);
    }
    throw new CodecException(Kind.UNRECOGNISED, "$", "JSON, but of no format known here");
  }

  /** The vendor's bytes of a message, just as its SDK takes or gives them. */
  public static byte[] encode(Message message) {
    return switch (message) {
      case AiCallMessage aiCall -> JsonWriter.utf8(AiCallTable.write(aiCall));
      case AlibabaServerMessage server -> JsonWriter.utf8(server.toJson());
      case NertcMessage nertc -> NertcCodec.encode(nertc);
      case NertcCall call -> JsonWriter.utf8(call.toJson());
      case VolcMessage volc -> VolcCodec.encode(volc);
      case VoiceChatUpdate update -> JsonWriter.utf8(update.toJson());
    };
  }
}
