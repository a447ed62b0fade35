/**
 * The light. An effect is a pure function of pixel and time. {@link
 * dev.deviceagent.agent.lights.Scene} is the only place that maps states to effects. {@link
 * dev.deviceagent.agent.lights.Painter} is the thread that shows them on the strip.
 */
@NullMarked
package dev.deviceagent.agent.lights;

import org.jspecify.annotations.NullMarked;
