package dev.deviceagent.agent.config;

import dev.deviceagent.agent.text.Printable;

/**
 * One problem of a configuration file.
 *
 * @param line from 1
 * @param column from 1
 */
public record Problem(int line, int column, String text) {
  /**
   * {@code file:line:column: text}, as editors and people read it: always one line, even if the
   * text quotes from the file.
   */
  public String at(String file) {
    return Printable.of(file + ":" + line + ":" + column + ": " + text);
  }
}
