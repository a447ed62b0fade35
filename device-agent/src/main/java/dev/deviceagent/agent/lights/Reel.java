package dev.deviceagent.agent.lights;

import dev.deviceagent.agent.view.ViewState;

/** The frames of a strip without hardware, at any time. For one thread. */
public final class Reel {
  private final Theme theme;
  private final Stage stage;

  public Reel(Theme theme, int pixels) {
    this.theme = theme;
    this.stage = new Stage(pixels, 0);
  }

  /**
   * Draws one frame.
   *
   * @param nanos from 0; must not decrease
   * @return 0xRRGGBB of each pixel; the same array each time
   */
  public int[] frame(ViewState view, long nanos) {
    stage.show(Scene.of(view, theme), nanos);
    var picture = stage.paint(nanos, Voice.calm(nanos));
    if (stage.isMicrophoneOpen()) {
      picture[0] = Scene.OPEN;
    }
    return picture;
  }
}
