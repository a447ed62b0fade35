/**
 * Access to wires: our Pi4J providers on the kernel's character devices, and below them the C
 * library by the foreign function API.
 */
@NullMarked
package dev.deviceagent.hal.linux.bus;

import org.jspecify.annotations.NullMarked;
