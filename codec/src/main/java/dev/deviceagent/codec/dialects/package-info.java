/** The table of all dialects. */
@NullMarked
package dev.deviceagent.codec.dialects;

import org.jspecify.annotations.NullMarked;
