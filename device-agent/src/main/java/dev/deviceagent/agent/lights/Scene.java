package dev.deviceagent.agent.lights;

import dev.deviceagent.agent.core.Look;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The layers of one look, lowest first. This is the one place that maps what is to be told to what
 * is shown; two equal scenes are the same pictures.
 *
 * @param microphoneOpen the truth that goes over all of it
 */
record Scene(List<Effect> layers, boolean microphoneOpen) {
  /** The first pixel while the microphone is open, whatever the theme. */
  static final int OPEN = 0x00FF40;

  static final Scene DARK = new Scene(List.of(), false);

  static Scene of(Look look, Theme theme) {
    var layers = new ArrayList<Effect>();
    var lamp = look.lamp();
    if (lamp != null) {
      layers.add(Effects.of(still(lamp.rgb())));
    }
    for (var cue : Cue.values()) {
      var style = style(cue, look, theme);
      if (style != null && !style.effect().equals("none")) {
        layers.add(Effects.of(style));
      }
    }
    return new Scene(List.copyOf(layers), look.microphoneOpen());
  }

  private static Style still(int rgb) {
    return new Style("still", List.of(rgb), Duration.ofSeconds(1), 0);
  }

  /** How a cue looks now; null where there is nothing of it to be shown. */
  private static @Nullable Style style(Cue cue, Look look, Theme theme) {
    var style = theme.style(cue);
    var emotion = look.emotion();
    var news = look.announcement();
    var volume = look.volume();
    return switch (cue) {
      case IDLE -> isRest(look) ? style : null;
      case STARTING, LISTENING, THINKING, ERROR ->
          look.state().name().equals(cue.name()) ? style : null;
      case EMOTION -> emotion == null ? null : theme.emotion(emotion);
      case SPEAKING ->
          switch (look.state()) {
            case SPEAKING -> emotion == null ? style : inColours(style, theme.emotion(emotion));
            case STARTING, OFFLINE, IDLE, LISTENING, THINKING, ERROR -> null;
          };
      case BATTERY_LOW -> look.batteryLow() && isRest(look) ? style : null;
      case TALKING -> look.talking() ? style : null;
      case INTERRUPTED -> look.interrupted() ? style : null;
      case ANNOUNCEMENT -> news == null ? null : style.coloured(news.rgb());
      case OFFLINE_NETWORK -> look.offline() == Look.Offline.NETWORK ? style : null;
      case OFFLINE_BRIDGE -> look.offline() == Look.Offline.BRIDGE ? style : null;
      case OFFLINE_ROOM -> look.offline() == Look.Offline.ROOM ? style : null;
      case VOLUME -> volume == null ? null : style.amounting(volume);
      case REFUSED -> look.refused() ? style : null;
      case MUTE -> look.muted() ? style : null;
    };
  }

  /** The AI speaks in the colours of what it feels. */
  private static Style inColours(Style speaking, Style emotion) {
    return new Style(speaking.effect(), emotion.colours(), speaking.period(), speaking.amount());
  }

  private static boolean isRest(Look look) {
    return switch (look.state()) {
      case IDLE -> !look.talking();
      case STARTING, OFFLINE, LISTENING, THINKING, SPEAKING, ERROR -> false;
    };
  }

  /** Whether anything of it that is seen changes; what a still picture covers is not. */
  boolean isMoving() {
    boolean isMoving = false;
    for (var layer : layers) {
      isMoving = covers(layer) ? layer.isMoving() : isMoving || layer.isMoving();
    }
    return isMoving;
  }

  /** By what it says of one pixel: no effect covers one and leaves the next. */
  private static boolean covers(Effect layer) {
    return layer.paint(1, 3, 0, 0) >>> 24 == 255 && layer.paint(2, 3, 0, 0) >>> 24 == 255;
  }

  /** 0xRRGGBB of one pixel, the layers laid over black; without the microphone's truth. */
  int paint(int pixel, int pixels, long nanos, double voice) {
    int below = 0;
    for (int layer = 0; layer < layers.size(); layer++) {
      below = Paint.over(layers.get(layer).paint(pixel, pixels, nanos, voice), below);
    }
    return below;
  }
}
