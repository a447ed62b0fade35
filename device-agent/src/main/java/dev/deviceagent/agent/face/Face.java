package dev.deviceagent.agent.face;

import dev.deviceagent.agent.view.Indication;
import dev.deviceagent.agent.view.ViewState;
import dev.deviceagent.hal.Picture;
import org.jspecify.annotations.Nullable;

/**
 * An animated face: it blinks, its extras move, and its mouth moves while it speaks. A value: equal
 * faces give equal pictures. Times are nanoseconds since the face was first shown, from 0.
 */
public record Face(Features features, boolean isSpeaking) {
  /** The face does not change any more. */
  public static final long NEVER = Long.MAX_VALUE;

  /** The face of a view state: that of the highest {@link Indication} that has one. */
  public static Face of(ViewState view) {
    for (var indication : Indication.of(view)) {
      var face = face(indication, view);
      if (face != null) {
        return face;
      }
    }
    return of(view.emotion(), false);
  }

  /** The face of an indication that holds; null if it has none. */
  private static @Nullable Face face(Indication indication, ViewState view) {
    return switch (indication) {
      case REFUSED -> still(Faces.REFUSED);
      case ERROR -> still(Faces.ERROR);
      case OFFLINE_NETWORK, OFFLINE_BRIDGE, OFFLINE_ROOM -> still(Faces.OFFLINE);
      case ANNOUNCEMENT -> still(Faces.NEWS);
      case TALKING, LISTENING -> still(Faces.LISTENING);
      case STARTING -> still(Faces.STARTING);
      case THINKING -> still(Faces.THINKING);
      case SPEAKING -> of(view.emotion(), true);
      case IDLE -> idle(view);
      case MICROPHONE_OPEN, MUTE, VOLUME, INTERRUPTED, BATTERY_LOW, EMOTION -> null;
    };
  }

  /** The zip means a closed microphone, so it is not shown while the microphone may be open. */
  private static Face idle(ViewState view) {
    if (view.microphoneOpen()) {
      return still(Faces.LISTENING);
    }
    return view.muted() ? still(Faces.MUTED) : of(view.emotion(), false);
  }

  /**
   * @param emotion the AI's name for it, in any case; null or an unknown name gives the neutral
   *     face
   */
  public static Face of(@Nullable String emotion, boolean isSpeaking) {
    return new Face(Faces.of(emotion == null ? "neutral" : emotion), isSpeaking);
  }

  private static Face still(Features features) {
    return new Face(features, false);
  }

  /** Draws the face at a time. It is centred and as large as fits. */
  public Picture picture(int width, int height, long nanos) {
    return picture(width, height, nanos, Rhythm.opening(nanos));
  }

  /**
   * Draws the face at a time, with a known loudness of the voice.
   *
   * @param level 0 to 1; ignored if the face does not speak
   */
  public Picture picture(int width, int height, long nanos, double level) {
    var picture = new Picture(width, height);
    Double opening = isSpeaking ? Math.clamp(level, 0, 1) : null;
    features.draw(Pen.on(picture), Rhythm.isBlinking(nanos), opening, nanos);
    return picture;
  }

  /** The time of the next change after {@code nanos}; {@link #NEVER} if there is none. */
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
