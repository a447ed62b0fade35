/**
 * Drivers for the hardware of a Raspberry Pi and other Linux boards, through kernel interfaces:
 * character devices by the foreign function API, files, and sockets. The project has no native
 * code.
 */
@NullMarked
package dev.deviceagent.hal.linux;

import org.jspecify.annotations.NullMarked;
