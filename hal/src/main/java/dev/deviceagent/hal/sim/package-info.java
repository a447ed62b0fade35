/**
 * A speaker made of memory. It is a board like any other, chosen in the configuration, with the
 * contract of the real ones; and each of its devices can be told to be slow, to fail or to be gone.
 */
@NullMarked
package dev.deviceagent.hal.sim;

import org.jspecify.annotations.NullMarked;
