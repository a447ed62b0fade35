package dev.deviceagent.codec.dialects;

import dev.deviceagent.codec.CodecException;
import dev.deviceagent.codec.CodecException.Kind;
import dev.deviceagent.codec.Dialect;
import dev.deviceagent.codec.Identity;
import dev.deviceagent.codec.Payload;
import dev.deviceagent.codec.Received;
import dev.deviceagent.codec.aicall.AiCallDialect;
import dev.deviceagent.codec.nertc.NertcDialect;
import dev.deviceagent.codec.volcengine.VolcDialect;
import java.util.List;

/**
 * The dialects of the program. Messages of all dialects are understood, regardless of the
 * configured one: the first dialect that {@linkplain Dialect#recognises recognises} a payload
 * decodes it.
 */
public record Dialects(List<Dialect> all) {
  /** The table. A dialect is available everywhere once it is added here. */
  public static Dialects of(Identity identity) {
    return new Dialects(
        List.of(
            new AiCallDialect(identity),
            new VolcDialect(),
            new NertcDialect(identity))); // last: any text with a NUL looks like its pair
  }

  /** The names in alphabetical order. */
  public List<String> names() {
    return all.stream().map(Dialect::name).sorted().toList();
  }

  /** The names of the dialects that can speak a given text, in alphabetical order. */
  public List<String> speaking() {
    return all.stream()
        .filter(dialect -> dialect.abilities().speaks())
        .map(Dialect::name)
        .sorted()
        .toList();
  }

  /**
   * @throws IllegalArgumentException if there is no dialect of that name
   */
  public Dialect get(String name) {
    return all.stream()
        .filter(dialect -> dialect.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("unknown dialect: " + name));
  }

  /**
   * Decodes one message of any dialect.
   *
   * @throws CodecException if the bytes are wrong in any way; it throws nothing else
   */
  public Received receive(byte[] bytes) throws CodecException {
    var payload = Payload.of(bytes);
    for (var dialect : all) {
      if (dialect.recognises(payload)) {
        return dialect.receive(payload);
      }
    }
    throw new CodecException(
        Kind.UNRECOGNISED,
        "$",
        payload.json() == null
            ? "matches no known message format"
            : "JSON, but not of a known message format");
  }
}
