package dev.deviceagent.agent.lights;

import dev.deviceagent.agent.view.ViewState;

/** The frames of a strip without hardware, at any time. For one thread. */
public final class StripFrames {
  private final Theme theme;
  private final Crossfade crossfade;

  public StripFrames(Theme theme, int pixels) {
    this.theme = theme;
    this.crossfade = new Crossfade(pixels, 0);
  }

  /**
   * Draws one frame.
   *
   * @param nanos from 0; must not decrease
   * @return 0xRRGGBB of each pixel; the same array each time
   */
  public int[] frame(ViewState view, long nanos) {
    crossfade.show(Scene.of(view, theme), nanos);
    var picture = crossfade.paint(nanos, Voice.calm(nanos));
    if (crossfade.isMicrophoneOpen()) {
      picture[0] = Scene.OPEN;
    }
    return picture;
  }
}
