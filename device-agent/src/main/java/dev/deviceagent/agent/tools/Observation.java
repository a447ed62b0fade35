package dev.deviceagent.agent.tools;

import dev.deviceagent.agent.config.Sentences.Phrase;
import dev.deviceagent.codec.Json;
import org.jspecify.annotations.Nullable;

/**
 * What was read after an action.
 *
 * @param reading {@link Reading.None} if the device has no state to read
 * @param result the same for a machine, in the form sent to the cloud
 * @param phrase the same for a person; null if nothing is spoken
 */
public record Observation(Reading reading, Json.Obj result, @Nullable Phrase phrase) {}
