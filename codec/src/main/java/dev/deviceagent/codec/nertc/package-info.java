/** NetEase NERTC: its messages, and their mapping to signals and intents. */
@NullMarked
package dev.deviceagent.codec.nertc;

import org.jspecify.annotations.NullMarked;
