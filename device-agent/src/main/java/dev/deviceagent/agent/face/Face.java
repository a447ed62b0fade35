package dev.deviceagent.agent.face;

import dev.deviceagent.agent.core.Look;
import dev.deviceagent.agent.core.State;
import dev.deviceagent.hal.Picture;
import org.jspecify.annotations.Nullable;

/**
 * A face as it lives: it blinks, its extras move, and its mouth does while it speaks. A value; two
 * equal ones are the same pictures. Times are nanoseconds since it is shown, from 0.
 */
public record Face(Features features, boolean isSpeaking) {
  /** Nothing changes any more. */
  public static final long NEVER = Long.MAX_VALUE;

  /**
   * The face of a look; this is the one place that maps one to the other. What is short stands
   * higher, as on the strip: a refused press over error and offline, those over a message that has
   * come, that over listening.
   */
  public static Face of(Look look) {
    if (look.refused()) {
      return still(Faces.REFUSED);
    }
    if (look.state() == State.ERROR) {
      return still(Faces.ERROR);
    }
    if (look.state() == State.OFFLINE) {
      return still(Faces.OFFLINE);
    }
    if (look.announcement() != null) {
      return still(Faces.NEWS);
    }
    if (look.talking()) {
      return still(Faces.LISTENING);
    }
    return switch (look.state()) {
      case STARTING -> still(Faces.STARTING);
      case LISTENING -> still(Faces.LISTENING);
      case THINKING -> still(Faces.THINKING);
      case SPEAKING -> of(look.emotion(), true);
      case IDLE, OFFLINE, ERROR -> idle(look);
    };
  }

  /** The zip is shown only where it is true: as long as the microphone may be open, it is not. */
  private static Face idle(Look look) {
    if (look.microphoneOpen()) {
      return still(Faces.LISTENING);
    }
    return look.muted() ? still(Faces.MUTED) : of(look.emotion(), false);
  }

  /**
   * @param emotion as the AI calls it, in any case; one that has no face gets the neutral one, as
   *     none at all does
   */
  public static Face of(@Nullable String emotion, boolean isSpeaking) {
    return new Face(Faces.of(emotion == null ? "neutral" : emotion), isSpeaking);
  }

  private static Face still(Features features) {
    return new Face(features, false);
  }

  /** How it looks at one time. The face is in the middle, as large as it fits. */
  public Picture picture(int width, int height, long nanos) {
    return picture(width, height, nanos, Rhythm.opening(nanos));
  }

  /**
   * How it looks at one time, speaking as loud as is known.
   *
   * @param level 0 to 1; of no meaning where it does not speak
   */
  public Picture picture(int width, int height, long nanos, double level) {
    var picture = new Picture(width, height);
    Double opening = isSpeaking ? Math.clamp(level, 0, 1) : null;
    features.draw(Pen.on(picture), Rhythm.isBlinking(nanos), opening, nanos);
    return picture;
  }

  /** When it next looks different by itself, after {@code nanos}; {@link #NEVER} if it does not. */
  public long nextChangeNanos(long nanos) {
    long next = features.blinks() ? Rhythm.nextBlinkNanos(nanos) : NEVER;
    if (isSpeaking) {
      next = Math.min(next, Rhythm.nextFrameNanos(nanos));
    }
    for (var extra : features.extras()) {
      next = Math.min(next, extra.nextNanos(nanos));
    }
    return next;
  }
}
