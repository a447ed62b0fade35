package dev.deviceagent.agent.tools;

import dev.deviceagent.agent.config.Sentences.Phrase;
import dev.deviceagent.codec.Json;
import org.jspecify.annotations.Nullable;

/**
 * What was seen after acting.
 *
 * @param reading {@link Reading.None} where the device has no state to read
 * @param result the same for a machine, as it goes back to the cloud
 * @param phrase the same for a person; null where nobody is answered in words
 */
public record Observation(Reading reading, Json.Obj result, @Nullable Phrase phrase) {}
