package dev.deviceagent.codec;

/**
 * Text that must not reach a log by accident: what people said, or a token. Its string form tells
 * its length only; whoever has the right to see it asks for {@link #text()}.
 */
public record Hidden(String text) {
  @Override
  public String toString() {
    return "(" + text.codePointCount(0, text.length()) + " characters)";
  }
}
