/**
 * What the speaker decides. All of it runs on one thread, takes one {@link
 * dev.deviceagent.agent.core.Input} at a time, is told the time, and acts through {@link
 * dev.deviceagent.agent.core.Hands} only; so a test drives hours of it in milliseconds.
 */
@NullMarked
package dev.deviceagent.agent.core;

import org.jspecify.annotations.NullMarked;
