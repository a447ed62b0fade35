/**
 * What the checks on a machine share: {@link dev.deviceagent.machine.CheckRun} runs them with
 * JUnit, outside Maven. They take minutes and need a kernel or a machine of their own.
 */
@NullMarked
package dev.deviceagent.machine;

import org.jspecify.annotations.NullMarked;
