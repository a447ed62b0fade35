package dev.deviceagent.agent.acme;

import dev.deviceagent.codec.FromCloud;

/** A line of text from Acme: a word and the rest. */
record AcmeMessage(String word, String rest) implements FromCloud {
  static AcmeMessage decode(String line) {
    var parts = line.substring(AcmeDialect.PREFIX.length()).split(" ", 2);
    return new AcmeMessage(parts[0], parts.length == 1 ? "" : parts[1]);
  }

  @Override
  public String summary() {
    return "acme " + word;
  }
}
