/** ALSA in this process: plays, records, and finds a mixer control again when its card returns. */
@NullMarked
package dev.deviceagent.hal.linux.alsa;

import org.jspecify.annotations.NullMarked;
