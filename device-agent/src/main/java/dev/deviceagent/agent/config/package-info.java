/** The configuration: one YAML file, read completely, every problem reported with its place. */
@NullMarked
package dev.deviceagent.agent.config;

import org.jspecify.annotations.NullMarked;
