/**
 * The agent's two Unix sockets: the bridge to the cloud, and the control socket of the commands.
 */
@NullMarked
package dev.deviceagent.agent.link;

import org.jspecify.annotations.NullMarked;
