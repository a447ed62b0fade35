/**
 * How a process reaches wires: Pi4J's providers of our own over the kernel's character devices, and
 * the C library by the foreign function API under them.
 */
@NullMarked
package dev.deviceagent.hal.linux.bus;

import org.jspecify.annotations.NullMarked;
