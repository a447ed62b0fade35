/** Volcengine: its messages, and their mapping to signals and intents. */
@NullMarked
package dev.deviceagent.codec.volcengine;

import org.jspecify.annotations.NullMarked;
