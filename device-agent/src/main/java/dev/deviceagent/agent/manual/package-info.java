/**
 * The documents of the package, made from what the program itself goes by: the model behind {@code
 * --help}, and {@code docs/config.md}. Loaded by the command that prints them only.
 */
@NullMarked
package dev.deviceagent.agent.manual;

import org.jspecify.annotations.NullMarked;
