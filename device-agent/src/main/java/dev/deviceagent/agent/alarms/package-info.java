/** The alarms that the owner or the cloud has set. */
@NullMarked
package dev.deviceagent.agent.alarms;

import org.jspecify.annotations.NullMarked;
