/** The traffic in and out, for those who watch it. */
@NullMarked
package dev.deviceagent.agent.traffic;

import org.jspecify.annotations.NullMarked;
