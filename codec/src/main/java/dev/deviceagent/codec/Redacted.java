package dev.deviceagent.codec;

/**
 * Text that must not reach a log by accident: what people said, or a token. {@link #toString} gives
 * its length only; code that may read the text calls {@link #text()}.
 */
public record Redacted(String text) {
  @Override
  public String toString() {
    return "(" + text.codePointCount(0, text.length()) + " characters)";
  }
}
