/**
 * Drivers for the hardware of a Raspberry Pi and other Linux boards, over the kernel's own
 * interfaces: character devices by the foreign function API, files, and sockets. No native code of
 * ours.
 */
@NullMarked
package dev.deviceagent.hal.linux;

import org.jspecify.annotations.NullMarked;
