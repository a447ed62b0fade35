/** The command line. The only place that prints, and the only one that ends the process. */
@NullMarked
package dev.deviceagent.agent.cli;

import org.jspecify.annotations.NullMarked;
