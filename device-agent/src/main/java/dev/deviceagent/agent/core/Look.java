package dev.deviceagent.agent.core;

import dev.deviceagent.hal.Colour;
import org.jspecify.annotations.Nullable;

/**
 * Everything the light is to tell; two equal looks are the same picture.
 *
 * @param microphoneOpen also true while it is unknown: the light errs on the side of "open"
 * @param refused a press has just been refused
 * @param announcement the colour of a message that has just come, else null
 * @param emotion the AI's, or null
 * @param lamp the owner's light, where it is on
 */
public record Look(
    State state,
    boolean microphoneOpen,
    boolean muted,
    boolean talking,
    boolean refused,
    @Nullable Colour announcement,
    @Nullable String emotion,
    @Nullable Colour lamp) {}
