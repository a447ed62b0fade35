package dev.deviceagent.agent.core;

import dev.deviceagent.codec.Json;
import dev.deviceagent.codec.ToolCall;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The key that identifies a repeated call. Peers reuse ids, so the key includes the name and the
 * arguments. Arguments may be long, so only their digest is stored.
 *
 * @param source the dialect and its channel; an id is unique within one source only
 * @param session the number of that peer's session
 */
record CallKey(String source, long session, String id, String name, String digest) {
  /**
   * @param call one that {@linkplain ToolCall#hasId has an id}
   */
  static CallKey of(String source, long session, ToolCall call) {
    return new CallKey(
        source, session, Json.of(call.id()).toString(), call.name(), digest(call.arguments()));
  }

  private static String digest(ToolCall.Arguments arguments) {
    var text =
        switch (arguments) {
          case ToolCall.Arguments.Given(var object) -> object.toString();
          case ToolCall.Arguments.Malformed(var problem) -> problem;
        };
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java runtime supports it
    }
  }

  /** For a log: omits the arguments. */
  @Override
  public String toString() {
    return source + " " + id + " " + name;
  }
}
