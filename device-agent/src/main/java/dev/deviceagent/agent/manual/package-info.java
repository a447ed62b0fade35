/**
 * The documents of the package, generated from the sources that the program uses: the model behind
 * {@code --help}, and {@code docs/config.md}. Only the command that prints them loads these
 * classes.
 */
@NullMarked
package dev.deviceagent.agent.manual;

import org.jspecify.annotations.NullMarked;
