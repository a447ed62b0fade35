/** Alibaba AICall: its messages, and their mapping to signals and intents. */
@NullMarked
package dev.deviceagent.codec.aicall;

import org.jspecify.annotations.NullMarked;
