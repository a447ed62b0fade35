/**
 * The hardware of a speaker, as small interfaces.
 *
 * <p>The contract of every device here: it is called from one thread at a time, and a call may
 * block for as long as the hardware takes. It throws {@link dev.deviceagent.hal.HalException} if
 * the hardware did not do what was requested. Hardware that is missing, busy or unplugged is a
 * normal condition, and the next call tries again. A getter queries the hardware; it never returns
 * the value last set.
 *
 * <p>These interfaces do not specify how long a call takes, and what other programs do to the same
 * hardware between two calls. Do not rely on either.
 */
@NullMarked
package dev.deviceagent.hal;

import org.jspecify.annotations.NullMarked;
