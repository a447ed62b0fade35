/**
 * The decisions of the speaker. All of it runs on one thread, takes one {@link
 * dev.deviceagent.agent.core.Input} at a time, receives the time as an argument, and acts only
 * through {@link dev.deviceagent.agent.core.Actuators}. So a test runs hours of it in milliseconds.
 */
@NullMarked
package dev.deviceagent.agent.core;

import org.jspecify.annotations.NullMarked;
