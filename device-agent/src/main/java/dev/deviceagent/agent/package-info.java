/** The running agent: its threads, and how its parts are put together. */
@NullMarked
package dev.deviceagent.agent;

import org.jspecify.annotations.NullMarked;
