/**
 * A speaker simulated in memory. It is a board like any other: it is chosen in the configuration,
 * and it keeps the contract of the real boards. Each of its devices can be made slow, failing or
 * absent.
 */
@NullMarked
package dev.deviceagent.hal.sim;

import org.jspecify.annotations.NullMarked;
