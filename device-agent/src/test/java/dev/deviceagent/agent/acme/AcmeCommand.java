package dev.deviceagent.agent.acme;

import dev.deviceagent.codec.ToCloud;
import java.nio.charset.StandardCharsets;

/** A line of text to Acme. */
record AcmeCommand(String line) implements ToCloud {
  @Override
  public String summary() {
    return "acme";
  }

  @Override
  public byte[] encode() {
    return ("{\"acme\":\"" + line + "\"}").getBytes(StandardCharsets.UTF_8);
  }
}
