/** Small screens on an I²C bus. */
@NullMarked
package dev.deviceagent.hal.linux.display;

import org.jspecify.annotations.NullMarked;
