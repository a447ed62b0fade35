/**
 * The face on the screen. {@link dev.deviceagent.agent.face.Face} is a pure function of a look and
 * time; its drawings are the table {@code Faces}, made of a few eyes, mouths and extras; and {@link
 * dev.deviceagent.agent.face.FacePainter} puts it on the screen.
 */
@NullMarked
package dev.deviceagent.agent.face;

import org.jspecify.annotations.NullMarked;
