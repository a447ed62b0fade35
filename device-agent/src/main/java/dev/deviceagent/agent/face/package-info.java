/**
 * The face on the screen. {@link dev.deviceagent.agent.face.Face} is a pure function of view state
 * and time. Its drawings are the table {@code Faces}, composed of eyes, mouths and extras. {@link
 * dev.deviceagent.agent.face.FacePainter} shows it on the screen.
 */
@NullMarked
package dev.deviceagent.agent.face;

import org.jspecify.annotations.NullMarked;
