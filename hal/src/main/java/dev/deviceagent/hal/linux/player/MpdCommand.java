package dev.deviceagent.hal.linux.player;

/**
 * One command, as the line that goes to mpd. Whatever is in an argument, it stays one argument of
 * this command.
 *
 * @param line without the newline that ends it
 */
record MpdCommand(String line) {
  static final MpdCommand STATUS = of("status");

  /**
   * @throws IllegalArgumentException for a line feed, which would begin another command, and for a
   *     zero, which would end this one: the protocol has no way to write them
   */
  MpdCommand {
    if (line.indexOf('\n') >= 0 || line.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("a command of mpd holds no line feed and no zero");
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
   * An expression that is to be an argument: {@code (title == "…")}.
   *
   * @param subject a tag, or {@code file}: the path below the music directory
   * @param operator {@code ==} or {@code contains}
   */
  static String filter(String subject, String operator, String value) {
    return "(" + subject + " " + operator + " " + quoted(value) + ")";
  }

  /**
   * MPD protocol, "Escaping String Values": a value in an expression is quoted as an argument is,
   * and again with the expression that it is part of.
   */
  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
