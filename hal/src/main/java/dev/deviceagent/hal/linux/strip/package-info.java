/** Strips and rings of pixels: from a picture to the bytes on their wire. */
@NullMarked
package dev.deviceagent.hal.linux.strip;

import org.jspecify.annotations.NullMarked;
