package dev.deviceagent.agent.lights;

import dev.deviceagent.agent.core.Look;

/** The pictures of a strip that is not there, at any time that is asked for. For one thread. */
public final class Reel {
  private final Theme theme;
  private final Stage stage;

  public Reel(Theme theme, int pixels) {
    this.theme = theme;
    this.stage = new Stage(pixels, 0);
  }

  /**
   * One picture.
   *
   * @param nanos from 0, and never less than before
   * @return 0xRRGGBB of each pixel; the same array each time
   */
  public int[] frame(Look look, long nanos) {
    stage.show(Scene.of(look, theme), nanos);
    var picture = stage.paint(nanos, Voice.calm(nanos));
    if (stage.isMicrophoneOpen()) {
      picture[0] = Scene.OPEN;
    }
    return picture;
  }
}
