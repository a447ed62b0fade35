package dev.deviceagent.agent.cycle;

import dev.deviceagent.agent.cycle.inner.Inner;

/** Half of a package cycle, which {@code PackagesTest} must see. */
public record Outer(Inner inner) {}
