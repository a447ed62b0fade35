/** Checks of the hardware: the doctor, and the self-test. */
@NullMarked
package dev.deviceagent.agent.diagnosis;

import org.jspecify.annotations.NullMarked;
