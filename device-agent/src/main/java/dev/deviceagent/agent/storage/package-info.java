/** What survives a restart: files in the state directory, written on a separate thread. */
@NullMarked
package dev.deviceagent.agent.storage;

import org.jspecify.annotations.NullMarked;
