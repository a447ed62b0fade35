/** What plays music: other programs, over their sockets. */
@NullMarked
package dev.deviceagent.hal.linux.player;

import org.jspecify.annotations.NullMarked;
