/** Sources of a battery's charge: the kernel, or a chip on an I²C bus. */
@NullMarked
package dev.deviceagent.hal.linux.gauge;

import org.jspecify.annotations.NullMarked;
