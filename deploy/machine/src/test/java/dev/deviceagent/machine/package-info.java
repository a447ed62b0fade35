/**
 * What the checks on a machine share: {@link dev.deviceagent.machine.CheckRun} runs them with
 * JUnit, outside Maven. They take minutes and need a separate kernel or machine.
 */
@NullMarked
package dev.deviceagent.machine;

import org.jspecify.annotations.NullMarked;
