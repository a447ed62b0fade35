/** The configuration: one YAML file, read whole, every problem told with its place. */
@NullMarked
package dev.deviceagent.agent.config;

import org.jspecify.annotations.NullMarked;
