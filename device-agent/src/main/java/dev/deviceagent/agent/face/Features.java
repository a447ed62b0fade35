package dev.deviceagent.agent.face;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The drawing of one face; one line of the table {@link Faces}.
 *
 * @param brows an eyebrow for each eye
 */
record Features(Eyes eyes, Brows brows, Mouth mouth, List<Extra> extras) {
  private static final int LEFT = 40;
  private static final int RIGHT = 88;
  private static final int EYES = 28;
  private static final int MIDDLE = 64;
  private static final int MOUTH = 49;

  /** Both eyes, at rest and in a blink. In a wink only one of them changes. */
  record Eyes(Eye left, Eye right, Eye leftInBlink, Eye rightInBlink) {}

  record Brows(Brow left, Brow right) {}

  Features with(Extra... more) {
    return new Features(eyes, brows, mouth, List.of(more));
  }

  /** Whether a blink is visible. */
  boolean blinks() {
    return !extras.contains(Extra.GLASSES)
        && !(eyes.left.equals(eyes.leftInBlink) && eyes.right.equals(eyes.rightInBlink));
  }

  /**
   * @param opening of the speaking mouth, 0 to 1; null at rest
   * @param nanos animation time of the extras
   */
  void draw(Pen pen, boolean isBlinking, @Nullable Double opening, long nanos) {
    (opening == null ? mouth : mouth.speaking(opening)).draw(pen.at(MIDDLE, MOUTH));
    var left = pen.at(LEFT, EYES);
    var right = pen.at(RIGHT, EYES);
    (isBlinking ? eyes.leftInBlink : eyes.left).draw(left, 1);
    (isBlinking ? eyes.rightInBlink : eyes.right).draw(right, -1);
    brows.left.draw(left, 1);
    brows.right.draw(right, -1);
    for (var extra : extras) {
      if (opening == null || !extra.isTongue()) { // the tongue is in while the face speaks
        extra.draw(pen, extra.step(nanos));
      }
    }
  }
}
