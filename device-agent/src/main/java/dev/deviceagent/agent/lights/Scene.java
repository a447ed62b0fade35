package dev.deviceagent.agent.lights;

import dev.deviceagent.agent.lights.effects.Effect;
import dev.deviceagent.agent.lights.effects.Effects;
import dev.deviceagent.agent.lights.effects.Paint;
import dev.deviceagent.agent.lights.effects.Style;
import dev.deviceagent.agent.view.Indication;
import dev.deviceagent.agent.view.ViewState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The layers of one view state, lowest first. Only this class maps indications to effects. Equal
 * scenes give equal pictures.
 *
 * @param microphoneOpen whether the microphone indicator is shown above all layers
 */
record Scene(List<Effect> layers, boolean microphoneOpen) {
  /** The colour of the first pixel while the microphone is open, with any theme. */
  static final int OPEN = 0x00FF40;

  static final Scene DARK = new Scene(List.of(), false);

  static Scene of(ViewState view, Theme theme) {
    var layers = new ArrayList<Effect>();
    var lamp = view.lamp();
    if (lamp != null) {
      layers.add(Effects.of(still(lamp.rgb())));
    }
    var indications = Indication.of(view);
    for (var indication : indications.reversed()) {
      var style = style(indication, view, theme);
      if (style != null && !style.effect().equals("none")) {
        layers.add(Effects.of(style));
      }
    }
    return new Scene(List.copyOf(layers), indications.contains(Indication.MICROPHONE_OPEN));
  }

  private static Style still(int rgb) {
    return new Style("still", List.of(rgb), Duration.ofSeconds(1), 0);
  }

  /** How the strip shows an indication that holds; null if no layer shows it. */
  private static @Nullable Style style(Indication indication, ViewState view, Theme theme) {
    var emotion = view.emotion();
    var news = view.announcement();
    var volume = view.volume();
    return switch (indication) {
      case EMOTION -> emotion == null ? null : theme.emotion(emotion);
      case SPEAKING -> {
        var style = theme.style(indication);
        yield emotion == null ? style : inColours(style, theme.emotion(emotion));
      }
      case ANNOUNCEMENT -> news == null ? null : theme.style(indication).coloured(news.rgb());
      case VOLUME -> volume == null ? null : theme.style(indication).amounting(volume);
      case BATTERY_LOW -> view.isAtRest() ? theme.style(indication) : null;
      case MICROPHONE_OPEN -> null; // the indicator above all layers
      case IDLE,
          STARTING,
          LISTENING,
          THINKING,
          TALKING,
          INTERRUPTED,
          OFFLINE_NETWORK,
          OFFLINE_BRIDGE,
          OFFLINE_ROOM,
          ERROR,
          REFUSED,
          MUTE ->
          theme.style(indication);
    };
  }

  /** The speaking effect in the colours of the AI's emotion. */
  private static Style inColours(Style speaking, Style emotion) {
    return new Style(speaking.kind(), emotion.colours(), speaking.period(), speaking.amount());
  }

  /** Whether any visible layer changes. Layers below an opaque one are not visible. */
  boolean isMoving() {
    boolean isMoving = false;
    for (var layer : layers) {
      isMoving = covers(layer) ? layer.isMoving() : isMoving || layer.isMoving();
    }
    return isMoving;
  }

  /** Tests two pixels only: no effect covers one of them and leaves the other clear. */
  private static boolean covers(Effect layer) {
    return layer.paint(1, 3, 0, 0) >>> 24 == 255 && layer.paint(2, 3, 0, 0) >>> 24 == 255;
  }

  /** 0xRRGGBB of one pixel: the layers over black, without the microphone indicator. */
  int paint(int pixel, int pixels, long nanos, double voice) {
    int below = 0;
    for (int layer = 0; layer < layers.size(); layer++) {
      below = Paint.over(layers.get(layer).paint(pixel, pixels, nanos, voice), below);
    }
    return below;
  }
}
