/** Shows the simulated speaker to a person: a played conversation, and the ring on a terminal. */
@NullMarked
package dev.deviceagent.agent.demo;

import org.jspecify.annotations.NullMarked;
