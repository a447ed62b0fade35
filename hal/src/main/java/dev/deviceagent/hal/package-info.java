/**
 * What a speaker's hardware can do, as small interfaces.
 *
 * <p>The contract of every device here: it is called from one thread at a time, and a call may
 * block for as long as the hardware takes. It throws {@link dev.deviceagent.hal.HalException} when
 * the hardware did not do what was asked; hardware that is missing, busy or gone is normal, and the
 * next call tries again. A getter asks the hardware; it never repeats what was last set. Not said
 * by these interfaces, and so not to be relied on: how long a call takes, and what other programs
 * do to the same hardware between two calls.
 */
@NullMarked
package dev.deviceagent.hal;

import org.jspecify.annotations.NullMarked;
