/** The functions that a voice AI may call, each with its argument checks and its read-back. */
@NullMarked
package dev.deviceagent.agent.tools;

import org.jspecify.annotations.NullMarked;
