/** What the core orders, done on the devices: one thread for each. */
@NullMarked
package dev.deviceagent.agent.actuators;

import org.jspecify.annotations.NullMarked;
