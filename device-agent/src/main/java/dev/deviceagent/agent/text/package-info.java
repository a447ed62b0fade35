/** Text that people type or read: names close to a misspelled one, and characters safe to print. */
@NullMarked
package dev.deviceagent.agent.text;

import org.jspecify.annotations.NullMarked;
