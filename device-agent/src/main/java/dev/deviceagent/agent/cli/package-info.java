/** The command line. Only this package prints, and only it ends the process. */
@NullMarked
package dev.deviceagent.agent.cli;

import org.jspecify.annotations.NullMarked;
