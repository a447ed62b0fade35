/**
 * What every device of a kind does, simulated or real: each is run against the simulated board's
 * and against every driver.
 */
@NullMarked
package dev.deviceagent.hal.contract;

import org.jspecify.annotations.NullMarked;
