/**
 * The page of the speaker in a browser: what it does now, and, where that is allowed, hands on it.
 */
@NullMarked
package dev.deviceagent.agent.page;

import org.jspecify.annotations.NullMarked;
