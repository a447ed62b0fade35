package dev.deviceagent.agent.lights;

import dev.deviceagent.agent.core.Look;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The layers of one look, lowest first. This is the one place that maps what is to be told to what
 * is shown. Top layers first: the microphone's truth, the owner's mute, error and offline, talking,
 * speech, emotion, the owner's own light. What is short stands higher: an announcement over
 * talking, and a refused press, which is often refused because the speaker is offline, over that.
 */
record Scene(List<Effect> layers) {
  private static final int OPEN = 0x00FF40;
  private static final int MUTED = 0xFF0010;
  private static final int ERROR = 0xFF2000;
  private static final int OFFLINE = 0x302000;
  private static final int STARTING = 0x404040;
  private static final int TALKING = 0x0090FF;
  private static final int LISTENING = 0x0060FF;
  private static final int THINKING = 0x8030FF;
  private static final int SPEAKING = 0x00C8A0;

  static Scene of(Look look) {
    var layers = new ArrayList<Effect>();
    if (look.lamp() != null) {
      layers.add(Effects.still(look.lamp().rgb()));
    }
    if (look.emotion() != null) {
      layers.add(Emotions.of(look.emotion()).effect());
    }
    switch (look.state()) {
      case IDLE, OFFLINE, ERROR -> {}
      case STARTING -> layers.add(Effects.comet(STARTING, Duration.ofSeconds(2)));
      case LISTENING -> layers.add(Effects.breath(LISTENING, Duration.ofSeconds(3), 0.5));
      case THINKING -> layers.add(Effects.comet(THINKING, Duration.ofMillis(1200)));
      case SPEAKING -> layers.add(speaking(look));
    }
    if (look.talking()) {
      layers.clear(); // it covers them all, and a picture of which nothing moves is to be still
      layers.add(Effects.still(TALKING));
    }
    if (look.announcement() != null) {
      layers.add(Effects.breath(look.announcement().rgb(), Duration.ofSeconds(1), 0.1));
    }
    switch (look.state()) {
      case OFFLINE -> layers.add(Effects.some(OFFLINE, pixel -> pixel % 3 == 0));
      case ERROR -> layers.add(Effects.breath(ERROR, Duration.ofMillis(1500), 0.1));
      case STARTING, IDLE, LISTENING, THINKING, SPEAKING -> {}
    }
    if (look.refused()) {
      layers.add(Effects.breath(ERROR, Duration.ofMillis(500), 0));
    }
    if (look.muted()) {
      layers.add(Effects.some(MUTED, pixel -> pixel < 2));
    }
    if (look.microphoneOpen()) {
      layers.add(Effects.some(OPEN, pixel -> pixel == 0));
    }
    return new Scene(layers);
  }

  /** The AI speaks in the colour of what it feels. */
  private static Effect speaking(Look look) {
    int rgb = look.emotion() == null ? SPEAKING : Emotions.of(look.emotion()).rgb();
    return Effects.wave(rgb, Duration.ofMillis(1400));
  }

  boolean isMoving() {
    return layers.stream().anyMatch(Effect::isMoving);
  }

  /** 0xRRGGBB of one pixel, the layers laid over black. */
  int paint(int pixel, int pixels, long nanos) {
    int below = 0;
    for (var layer : layers) {
      below = over(layer.paint(pixel, pixels, nanos), below);
    }
    return below;
  }

  private static int over(int argb, int below) {
    int alpha = argb >>> 24;
    if (alpha == 255) {
      return argb & 0xFFFFFF;
    }
    double share = alpha / 255.0;
    return Effects.dim(argb & 0xFFFFFF, share) + Effects.dim(below, 1 - share);
  }
}
