package dev.deviceagent.agent.core;

import java.time.Instant;

/**
 * The current time on both clocks.
 *
 * @param nanos of {@link System#nanoTime()}; every deadline uses it
 * @param wall for people only
 */
public record Moment(long nanos, Instant wall) {}
