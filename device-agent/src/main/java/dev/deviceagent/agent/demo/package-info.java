/** The simulated speaker as a person sees it: a played conversation, and the ring on a terminal. */
@NullMarked
package dev.deviceagent.agent.demo;

import org.jspecify.annotations.NullMarked;
