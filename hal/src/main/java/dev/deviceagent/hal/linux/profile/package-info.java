/** The wiring of a board as data. The drivers read it; the board is built from it. */
@NullMarked
package dev.deviceagent.hal.linux.profile;

import org.jspecify.annotations.NullMarked;
