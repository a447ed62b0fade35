/**
 * The virtual Pi, and the checks of it and of the package in it. They run on the host, by {@code
 * deploy/virtual-pi}.
 */
@NullMarked
package dev.deviceagent.machine.pi;

import org.jspecify.annotations.NullMarked;
