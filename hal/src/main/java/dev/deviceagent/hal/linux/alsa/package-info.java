/** ALSA's mixer, in process: a control by name, found again when its card comes back. */
@NullMarked
package dev.deviceagent.hal.linux.alsa;

import org.jspecify.annotations.NullMarked;
