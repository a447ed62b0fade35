/** The agent as a service of systemd: notifications, and the file for the crash cleanup. */
@NullMarked
package dev.deviceagent.agent.systemd;

import org.jspecify.annotations.NullMarked;
