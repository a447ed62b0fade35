/** Strips and rings of pixels: from a frame to the bytes on the wire. */
@NullMarked
package dev.deviceagent.hal.linux.strip;

import org.jspecify.annotations.NullMarked;
