/** Music players: other programs, controlled over their sockets. */
@NullMarked
package dev.deviceagent.hal.linux.player;

import org.jspecify.annotations.NullMarked;
