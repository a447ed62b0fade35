/**
 * The contract of each kind of device, simulated or real. Each contract is tested on the simulated
 * board and on every driver.
 */
@NullMarked
package dev.deviceagent.hal.contract;

import org.jspecify.annotations.NullMarked;
