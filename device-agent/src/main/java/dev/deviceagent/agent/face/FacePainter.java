package dev.deviceagent.agent.face;

import dev.deviceagent.agent.lights.RenderLoop;
import dev.deviceagent.agent.view.ViewState;
import dev.deviceagent.hal.Display;
import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.Picture;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Shows faces on a screen, in its own thread. The thread wakes only when the face changes, and at
 * most 12 times a second for that. {@link #show}, {@link #hear}, {@link #close} and {@link
 * #picture} may be called from any thread.
 */
public final class FacePainter implements Runnable {
  /** After this time without a level, the bridge counts as one that sends no levels. */
  private static final long SILENT_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final Display display;
  private final RenderLoop<Face> loop;
  private volatile @Nullable Picture shown;
  private volatile double level = Double.NaN;
  private double heard;
  private long heardAt;
  private boolean hasHeard;
  private @Nullable Face last;
  private long since;

  public FacePainter(Display display) {
    this.display = display;
    this.loop = new RenderLoop<>("the screen", this::paint);
  }

  /** Sets the view state to show. One with the same face does not restart the animation. */
  public void show(ViewState view) {
    loop.show(Face.of(view));
  }

  /**
   * Sets the current loudness of the AI's voice, which opens the mouth.
   *
   * @param level 0 to 1
   */
  public void hear(double level) {
    this.level = level;
  }

  /** The render loop. */
  public RenderLoop<Face> loop() {
    return loop;
  }

  /** Clears the screen and ends the thread. */
  public void close() {
    loop.close();
  }

  /**
   * The last picture that the screen accepted; null if the last attempt failed. Must not be
   * changed.
   */
  public @Nullable Picture picture() {
    return shown;
  }

  @Override
  public void run() {
    loop.run();
  }

  private long paint(@Nullable Face face, long now) throws HalException {
    if (!Objects.equals(face, last)) {
      last = face;
      since = now;
    }
    long nanos = now - since;
    put(face == null ? new Picture(display.width(), display.height()) : picture(face, nanos, now));
    long next = face == null ? Face.NEVER : face.nextChangeNanos(nanos);
    return next == Face.NEVER
        ? RenderLoop.Renderer.STILL
        : Math.max(next - nanos, Rhythm.FRAME_NANOS);
  }

  private Picture picture(Face face, long nanos, long now) {
    double loud = level;
    if (!Double.isNaN(loud)) {
      level = Double.NaN;
      heard = loud;
      heardAt = now;
      hasHeard = true;
    }
    return hasHeard && now - heardAt < SILENT_NANOS
        ? face.picture(display.width(), display.height(), nanos, heard)
        : face.picture(display.width(), display.height(), nanos);
  }

  private void put(Picture picture) throws HalException {
    if (shown == null || !picture.equals(shown)) {
      try {
        display.show(picture);
        shown = picture;
      } catch (HalException e) {
        shown = null;
        throw e;
      }
    }
  }
}
