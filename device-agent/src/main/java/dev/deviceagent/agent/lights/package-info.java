/**
 * What the light shows. An effect is a pure function of pixel and time; {@link
 * dev.deviceagent.agent.lights.Scene} is the one place that maps what is to be told to effects; and
 * {@link dev.deviceagent.agent.lights.Painter} is the thread that puts them on the strip.
 */
@NullMarked
package dev.deviceagent.agent.lights;

import org.jspecify.annotations.NullMarked;
