/** The speaker's page in a browser: shows its state and, if allowed, controls it. */
@NullMarked
package dev.deviceagent.agent.page;

import org.jspecify.annotations.NullMarked;
