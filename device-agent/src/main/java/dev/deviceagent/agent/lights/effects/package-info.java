/** The effects, one in each file: pure functions of pixel, time and voice. */
@NullMarked
package dev.deviceagent.agent.lights.effects;

import org.jspecify.annotations.NullMarked;
