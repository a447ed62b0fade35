/** How the agent runs: its threads, their queues, and the watchdog that checks them. */
@NullMarked
package dev.deviceagent.agent.runtime;

import org.jspecify.annotations.NullMarked;
