package dev.deviceagent.agent.core;

import java.time.Instant;

/**
 * Now, on both clocks.
 *
 * @param nanos of {@link System#nanoTime()}: all that is waited for is counted on it
 * @param wall for people only
 */
public record Moment(long nanos, Instant wall) {}
