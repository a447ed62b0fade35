/**
 * Checks of the whole agent on a real kernel with simulated hardware. They run inside that kernel,
 * which {@code deploy/kernel/check} starts.
 */
@NullMarked
package dev.deviceagent.machine.kernel;

import org.jspecify.annotations.NullMarked;
