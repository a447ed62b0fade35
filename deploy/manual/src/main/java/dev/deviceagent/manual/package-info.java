/**
 * Generates the documents of the package from the sources that the program uses: the model behind
 * {@code --help}, and {@code docs/config.md}. It runs during the build; the package does not
 * contain it.
 */
@NullMarked
package dev.deviceagent.manual;

import org.jspecify.annotations.NullMarked;
