package dev.deviceagent.hal.linux.player;

/**
 * One command, as the line that is sent to mpd. An argument stays one argument of this command,
 * whatever it contains.
 *
 * @param line without the newline that ends it
 */
record MpdCommand(String line) {
  static final MpdCommand STATUS = of("status");

  /**
   * @throws IllegalArgumentException for a line feed, which would begin another command, and for a
   *     zero, which would end this one: the protocol cannot escape them
   */
  MpdCommand {
    if (line.indexOf('\n') >= 0 || line.indexOf('\0') >= 0) {
      throw new IllegalArgumentException(
          "a command for mpd must not contain a line feed or a zero byte");
    }
  }

  static MpdCommand of(String name, String... arguments) {
    var line = new StringBuilder(name);
    for (var argument : arguments) {
      line.append(' ').append(quoted(argument));
    }
    return new MpdCommand(line.toString());
  }

  /**
   * Returns an expression that can be used as an argument: {@code (title == "…")}.
   *
   * @param subject a tag, or {@code file}: the path below the music directory
   * @param operator {@code ==} or {@code contains}
   */
  static String filter(String subject, String operator, String value) {
    return "(" + subject + " " + operator + " " + quoted(value) + ")";
  }

  /**
   * MPD protocol, "Escaping String Values": a value in an expression is quoted like an argument,
   * and again together with its expression.
   */
  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
