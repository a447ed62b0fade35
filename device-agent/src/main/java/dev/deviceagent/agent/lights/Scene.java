package dev.deviceagent.agent.lights;

import dev.deviceagent.agent.lights.effects.Effect;
import dev.deviceagent.agent.lights.effects.Effects;
import dev.deviceagent.agent.lights.effects.Paint;
import dev.deviceagent.agent.lights.effects.Style;
import dev.deviceagent.agent.view.ViewState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The layers of one view state, lowest first. Only this class maps states to effects. Equal scenes
 * give equal pictures.
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
    for (var cue : Cue.values()) {
      var style = style(cue, view, theme);
      if (style != null && !style.effect().equals("none")) {
        layers.add(Effects.of(style));
      }
    }
    return new Scene(List.copyOf(layers), view.microphoneOpen());
  }

  private static Style still(int rgb) {
    return new Style("still", List.of(rgb), Duration.ofSeconds(1), 0);
  }

  /** The style of a cue in this view state; null if the cue does not apply. */
  private static @Nullable Style style(Cue cue, ViewState view, Theme theme) {
    var style = theme.style(cue);
    var emotion = view.emotion();
    var news = view.announcement();
    var volume = view.volume();
    return switch (cue) {
      case IDLE -> isRest(view) ? style : null;
      case STARTING, LISTENING, THINKING, ERROR ->
          view.state().name().equals(cue.name()) ? style : null;
      case EMOTION -> emotion == null ? null : theme.emotion(emotion);
      case SPEAKING ->
          switch (view.state()) {
            case SPEAKING -> emotion == null ? style : inColours(style, theme.emotion(emotion));
            case STARTING, OFFLINE, IDLE, LISTENING, THINKING, ERROR -> null;
          };
      case BATTERY_LOW -> view.batteryLow() && isRest(view) ? style : null;
      case TALKING -> view.talking() ? style : null;
      case INTERRUPTED -> view.interrupted() ? style : null;
      case ANNOUNCEMENT -> news == null ? null : style.coloured(news.rgb());
      case OFFLINE_NETWORK -> view.offline() == ViewState.Offline.NETWORK ? style : null;
      case OFFLINE_BRIDGE -> view.offline() == ViewState.Offline.BRIDGE ? style : null;
      case OFFLINE_ROOM -> view.offline() == ViewState.Offline.ROOM ? style : null;
      case VOLUME -> volume == null ? null : style.amounting(volume);
      case REFUSED -> view.refused() ? style : null;
      case MUTE -> view.muted() ? style : null;
    };
  }

  /** The speaking effect in the colours of the AI's emotion. */
  private static Style inColours(Style speaking, Style emotion) {
    return new Style(speaking.effect(), emotion.colours(), speaking.period(), speaking.amount());
  }

  private static boolean isRest(ViewState view) {
    return switch (view.state()) {
      case IDLE -> !view.talking();
      case STARTING, OFFLINE, LISTENING, THINKING, SPEAKING, ERROR -> false;
    };
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
