package dev.deviceagent.agent.face;

import dev.deviceagent.agent.core.Look;
import dev.deviceagent.agent.lights.Easel;
import dev.deviceagent.hal.Display;
import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.Picture;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Puts faces on a screen, on a thread of its own, which wakes only when the face looks different,
 * and at most 12 times a second for that. {@link #show}, {@link #hear}, {@link #close} and {@link
 * #picture} are for any thread.
 */
public final class FacePainter implements Runnable {
  /** A bridge that has said nothing for so long does not tell levels. */
  private static final long SILENT_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final Display display;
  private final Easel<Face> easel;
  private volatile @Nullable Picture shown;
  private volatile double level = Double.NaN;
  private double heard;
  private long heardAt;
  private boolean hasHeard;
  private @Nullable Face last;
  private long since;

  public FacePainter(Display display) {
    this.display = display;
    this.easel = new Easel<>("the screen", this::paint);
  }

  /** Shows this from now on. A look with the same face changes nothing: it does not blink anew. */
  public void show(Look look) {
    easel.show(Face.of(look));
  }

  /**
   * The AI's voice is so loud now: its mouth opens as far.
   *
   * @param level 0 to 1
   */
  public void hear(double level) {
    this.level = level;
  }

  /** The loop behind it. */
  public Easel<Face> easel() {
    return easel;
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

  private long paint(@Nullable Face face, long now) throws HalException {
    if (!Objects.equals(face, last)) {
      last = face;
      since = now;
    }
    long nanos = now - since;
    put(face == null ? new Picture(display.width(), display.height()) : picture(face, nanos, now));
    long next = face == null ? Face.NEVER : face.nextChangeNanos(nanos);
    return next == Face.NEVER ? Easel.Brush.STILL : Math.max(next - nanos, Rhythm.FRAME_NANOS);
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
