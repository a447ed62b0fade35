/** What the commands and the page may ask of the running agent. */
@NullMarked
package dev.deviceagent.agent.control;

import org.jspecify.annotations.NullMarked;
