package dev.deviceagent.agent.face;

import dev.deviceagent.agent.face.Eye.Bow;
import dev.deviceagent.agent.face.Eye.Cross;
import dev.deviceagent.agent.face.Eye.Heart;
import dev.deviceagent.agent.face.Eye.Round;
import dev.deviceagent.agent.face.Eye.Squeezed;
import dev.deviceagent.agent.face.Features.Brows;
import dev.deviceagent.agent.face.Features.Eyes;
import dev.deviceagent.agent.face.Mouth.Kiss;
import dev.deviceagent.agent.face.Mouth.Lips;
import dev.deviceagent.agent.face.Mouth.Oval;
import dev.deviceagent.agent.face.Mouth.Wave;
import dev.deviceagent.agent.face.Mouth.Zip;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The table of faces. To add one, add a line here and its golden picture.
 *
 * <p>The emotions are the 21 of xiaozhi-esp32's protocol, which the vendors' models also use. Each
 * is drawn after the emoji that xiaozhi-esp32-server's {@code textUtils.py} gives it.
 */
final class Faces {
  private static final Round OPEN = Round.of(12, 14, 7);
  private static final Round WIDE = Round.of(14, 16, 7);
  private static final Round GAZING = Round.of(12, 14, 6);
  private static final Bow LAUGHING = new Bow(12, -11);
  private static final Bow RESTING = new Bow(12, 7);
  private static final Brow CALM = new Brow(-20, 0, 1.5);
  private static final Brow HIGH = new Brow(-21, 0, 2.5);
  private static final Brow WORRIED = new Brow(-20, -7, 0);
  private static final Brow ANGRY = new Brow(-16, 9, 0);

  static final Features STARTING =
      face(
          eyes(new Bow(12, 6), OPEN.lids(0.4, 0, 0).looking(0, 2)),
          brows(CALM, HIGH),
          new Oval(7, 6));
  static final Features LISTENING =
      face(both(WIDE), both(Brow.NONE), Lips.smile(7, 2.5)).with(Extra.WAVES);
  static final Features MUTED = face(both(OPEN.looking(0, 2)), both(CALM), new Zip(20));
  static final Features OFFLINE =
      face(both(new Bow(11, 4)), both(Brow.NONE), Lips.smile(10, -3)).with(Extra.CLOUD);
  static final Features ERROR =
      face(both(new Cross(9)), both(Brow.NONE), new Wave(18, 3.5, 0)).with(Extra.WARNING);
  static final Features NEWS =
      face(both(GAZING.looking(4, -3)), both(Brow.NONE), Lips.smile(13, 2).open(6))
          .with(Extra.LETTER);
  static final Features REFUSED =
      face(both(GAZING.looking(-3, 2).lids(0.25, 0, 0)), both(CALM), Lips.smile(11, -3))
          .with(Extra.NO);

  private static final Features NEUTRAL = face(both(OPEN), both(CALM), Lips.smile(12, 3));
  static final Features THINKING =
      face(
              both(GAZING.looking(4, -4)),
              brows(new Brow(-17, 4, 0), new Brow(-23, 0, 3)),
              Lips.smile(9, -2).tilted(5))
          .with(Extra.THOUGHT);

  /** One entry for each emotion; an unknown name gets the neutral face. */
  private static final Map<String, Features> EMOTIONS =
      Map.ofEntries(
          Map.entry("neutral", NEUTRAL),
          Map.entry(
              "happy", face(both(OPEN.lids(0, 0.16, 0)), both(HIGH), Lips.smile(17, 3).open(6))),
          Map.entry(
              "laughing", face(both(new Squeezed(10)), both(HIGH), Lips.smile(20, 0).open(13))),
          Map.entry(
              "funny",
              face(both(LAUGHING), both(HIGH), Lips.smile(17, 0).open(12)).with(Extra.JOY)),
          Map.entry(
              "sad",
              face(both(OPEN.looking(0, 5).lids(0.2, 0, -5)), both(WORRIED), Lips.smile(12, -5))
                  .with(Extra.TEAR)),
          Map.entry(
              "angry",
              face(both(OPEN.lids(0.28, 0, 6)), both(ANGRY), Lips.smile(14, -6)).with(Extra.ANGER)),
          Map.entry(
              "crying",
              face(both(new Bow(12, 5)), both(WORRIED), Lips.smile(15, -13).open(14))
                  .with(Extra.STREAMS)),
          Map.entry(
              "loving",
              face(both(new Heart(14)), both(Brow.NONE), Lips.smile(16, 2).open(8))
                  .with(Extra.HEARTS)),
          Map.entry(
              "embarrassed",
              face(both(WIDE.looking(0, 3)), both(WORRIED), new Wave(12, 2, 0))
                  .with(Extra.BLUSH, Extra.SWEAT)),
          Map.entry(
              "surprised",
              face(both(Round.of(14, 16, 5)), both(HIGH), new Oval(8, 9)).with(Extra.EXCLAMATION)),
          Map.entry(
              "shocked",
              face(both(Round.of(15, 16, 3)), both(Brow.NONE), new Oval(8, 13)).with(Extra.PALE)),
          Map.entry("thinking", THINKING),
          Map.entry(
              "winking",
              face(
                  new Eyes(OPEN, new Bow(12, -8), OPEN, OPEN),
                  brows(HIGH, new Brow(-18, 0, 2.5)),
                  Lips.smile(16, 6).tilted(3))),
          Map.entry(
              "cool",
              face(both(OPEN), brows(Brow.NONE, HIGH), Lips.smile(15, 4).tilted(6))
                  .with(Extra.GLASSES)),
          Map.entry("relaxed", face(both(RESTING), both(HIGH), Lips.smile(14, 5))),
          Map.entry(
              "delicious", face(both(LAUGHING), both(HIGH), Lips.smile(18, 7)).with(Extra.LICK)),
          Map.entry(
              "kissy",
              face(new Eyes(OPEN, new Bow(12, 6), OPEN, OPEN), both(CALM), new Kiss(6, 5.4))
                  .with(Extra.HEART)),
          Map.entry(
              "confident",
              face(
                      both(GAZING.looking(4, 1).lids(0.36, 0, 0)),
                      brows(new Brow(-10, 0, 0), new Brow(-20, 0, 3)),
                      Lips.smile(13, 2).tilted(7))
                  .with(Extra.SPARKLE)),
          Map.entry(
              "sleepy", face(both(new Bow(12, 4)), both(CALM), new Oval(5, 4)).with(Extra.ZZZ)),
          Map.entry(
              "silly",
              face(eyes(WIDE, new Squeezed(9)), brows(HIGH, Brow.NONE), Lips.smile(18, 5))
                  .with(Extra.TONGUE)),
          Map.entry(
              "confused",
              face(
                      eyes(WIDE, Round.of(9, 10, 5)),
                      brows(HIGH, new Brow(-14, 5, 0)),
                      new Wave(14, 3, 0))
                  .with(Extra.QUESTION)));

  private Faces() {}

  static Features of(String emotion) {
    return EMOTIONS.getOrDefault(emotion.toLowerCase(Locale.ROOT), NEUTRAL);
  }

  /** The names of all emotions with a face. */
  static Set<String> emotions() {
    return EMOTIONS.keySet();
  }

  private static Features face(Eyes eyes, Brows brows, Mouth mouth) {
    return new Features(eyes, brows, mouth, List.of());
  }

  private static Eyes both(Eye eye) {
    return eyes(eye, eye);
  }

  private static Eyes eyes(Eye left, Eye right) {
    return new Eyes(left, right, left.shut(), right.shut());
  }

  private static Brows brows(Brow left, Brow right) {
    return new Brows(left, right);
  }

  private static Brows both(Brow brow) {
    return new Brows(brow, brow);
  }
}
