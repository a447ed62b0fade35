package dev.deviceagent.agent.tools;

import dev.deviceagent.agent.config.Sentences.Phrase;
import dev.deviceagent.codec.Json;

/**
 * What was seen after acting.
 *
 * @param result the same for a machine, as it goes back to the cloud
 * @param phrase the same for a person
 */
public record Observation(Reading reading, Json.Obj result, Phrase phrase) {}
