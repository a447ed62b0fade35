package dev.deviceagent.agent.core;

import dev.deviceagent.agent.view.ViewState;
import dev.deviceagent.hal.Colour;
import dev.deviceagent.hal.Light;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What the view state shows of the observed state. Core thread only. */
final class ObservedView {
  private static final Duration VOLUME_SHOWN = Duration.ofMillis(1500);
  private static final int BATTERY_LOW_PERCENT = 15;

  private final ObservedState observed;
  private final Alarm volumeShown = new Alarm();

  ObservedView(ObservedState observed) {
    this.observed = observed;
  }

  /** The volume was requested or changed: it is shown for a moment. */
  void showVolume(long now) {
    volumeShown.set(now, VOLUME_SHOWN);
  }

  /** The volume in percent while it is shown; else null. */
  @Nullable Integer volume() {
    return volumeShown.isSet() ? observed.volumePercent() : null;
  }

  /** Why the link is down, if it is. */
  ViewState.Offline offline() {
    if (observed.hasNoNetwork()) {
      return ViewState.Offline.NETWORK;
    }
    return observed.hasBridge() ? ViewState.Offline.ROOM : ViewState.Offline.BRIDGE;
  }

  boolean isBatteryLow() {
    var charge = observed.charge();
    return charge != null
        && charge.percent() != null
        && charge.percent() <= BATTERY_LOW_PERCENT
        && !Boolean.TRUE.equals(charge.charging());
  }

  /** The colour of the owner's light, if one is on. */
  @Nullable Colour lamp() {
    var lights = observed.lights();
    if (lights == null) {
      return null;
    }
    return lights.values().stream()
        .filter(Light.State::on)
        .map(ObservedView::shine)
        .findFirst()
        .orElse(null);
  }

  private static Colour shine(Light.State state) {
    var colour = state.colour() == null ? Colour.of(0xFFFFFF) : state.colour();
    int percent = state.brightnessPercent() == null ? 100 : state.brightnessPercent();
    return new Colour(
        colour.red() * percent / 100,
        colour.green() * percent / 100,
        colour.blue() * percent / 100);
  }

  void tick(long now) {
    volumeShown.rings(now);
  }

  long deadlineNanos() {
    return volumeShown.atNanos();
  }
}
