/** The running agent: its threads and the assembly of its parts. */
@NullMarked
package dev.deviceagent.agent;

import org.jspecify.annotations.NullMarked;
