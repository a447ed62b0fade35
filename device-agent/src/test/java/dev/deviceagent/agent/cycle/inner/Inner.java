package dev.deviceagent.agent.cycle.inner;

import dev.deviceagent.agent.cycle.Outer;

/** Half of a package cycle, which {@code PackagesTest} must see. */
public record Inner(Outer outer) {}
