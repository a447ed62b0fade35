package dev.deviceagent.agent.face;

import dev.deviceagent.agent.core.Look;
import dev.deviceagent.agent.lights.Easel;
import dev.deviceagent.hal.Display;
import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.Picture;
import org.jspecify.annotations.Nullable;

/**
 * Puts faces on a screen, on a thread of its own, which wakes only when the face looks different,
 * and at most 12 times a second for that. {@link #show}, {@link #close} and {@link #picture} are
 * for any thread.
 */
public final class FacePainter implements Runnable {
  private final Display display;
  private final Easel<Face> easel;
  private volatile @Nullable Picture shown;

  public FacePainter(Display display) {
    this.display = display;
    this.easel = new Easel<>("the screen", this::paint);
  }

  /** Shows this from now on. A look with the same face changes nothing: it does not blink anew. */
  public void show(Look look) {
    easel.show(Face.of(look));
  }

  /** The thread goes dark and ends. */
  public void close() {
    easel.close();
  }

  /** What the screen last took, or null where it takes nothing; not to be changed. */
  public @Nullable Picture picture() {
    return shown;
  }

  @Override
  public void run() {
    easel.run();
  }

  private long paint(@Nullable Face face, long nanos) throws HalException {
    int width = display.width();
    int height = display.height();
    var picture = face == null ? new Picture(width, height) : face.picture(width, height, nanos);
    if (shown == null || !picture.equals(shown)) {
      try {
        display.show(picture);
        shown = picture;
      } catch (HalException e) {
        shown = null;
        throw e;
      }
    }
    long next = face == null ? Face.NEVER : face.nextChangeNanos(nanos);
    return next == Face.NEVER ? Easel.Brush.STILL : Math.max(next - nanos, Rhythm.FRAME_NANOS);
  }
}
