package dev.deviceagent.hal.linux;

import dev.deviceagent.hal.Colour;
import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.Light;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A lamp on one wire, or on three: red, green and blue. It reports what its wires really show:
 * three lines that are only on or off have eight colours. Any thread.
 */
final class WiredLight implements Light {
  private static final int MOST_PERCENT = 100;
  private static final Colour WHITE = Colour.of(0xFFFFFF);

  private final List<Channel> channels;
  private final Start start;

  /** Both were shown when the lamp was last on; a dark wire reveals neither. */
  private int brightnessPercent = MOST_PERCENT;

  private Colour colour = WHITE;

  /**
   * @param channels one, or three: red, green and blue
   */
  WiredLight(List<Channel> channels, Start start) {
    this.channels = channels;
    this.start = start;
  }

  @Override
  public Start start() {
    return start;
  }

  @Override
  public String where() {
    return Channel.where(channels);
  }

  @Override
  public boolean isDimmable() {
    return channels.stream().allMatch(Channel::isDimmable);
  }

  @Override
  public boolean isColoured() {
    return channels.size() > 1;
  }

  @Override
  public synchronized State state() throws HalException {
    var levels = new ArrayList<Integer>();
    for (var channel : channels) {
      levels.add(channel.level());
    }
    boolean on = Collections.max(levels) > 0;
    if (on && !levels.equals(levels(brightnessPercent, colour))) {
      take(levels);
    }
    return new State(
        on, isDimmable() ? Integer.valueOf(brightnessPercent) : null, isColoured() ? colour : null);
  }

  /** Derives the brightness and colour that show the same as levels set by another program. */
  private void take(List<Integer> levels) {
    int highest = Collections.max(levels);
    if (isDimmable()) {
      brightnessPercent = Math.max(1, Math.round(highest * 100f / Channel.FULL));
    }
    if (isColoured()) {
      int most = isDimmable() ? highest : Channel.FULL;
      colour =
          new Colour(
              levels.get(0) * Channel.FULL / most,
              levels.get(1) * Channel.FULL / most,
              levels.get(2) * Channel.FULL / most);
    }
  }

  @Override
  public synchronized void set(State state) throws HalException {
    int brightness =
        state.brightnessPercent() == null ? brightnessPercent : state.brightnessPercent();
    var wanted = possible(state.colour() == null ? colour : state.colour());
    var levels = levels(brightness, wanted);
    for (int i = 0; i < channels.size(); i++) {
      channels.get(i).set(state.on() ? levels.get(i) : 0);
    }
    brightnessPercent = brightness;
    colour = wanted;
  }

  /**
   * Returns the nearest colour that the wires can show. A line that is only on or off is on from
   * half of the strongest part upwards, so that a dark red is red and not dark.
   */
  private Colour possible(Colour wanted) {
    if (!isColoured()) {
      return colour;
    }
    int strongest = Math.max(wanted.red(), Math.max(wanted.green(), wanted.blue()));
    return new Colour(
        possible(channels.get(0), wanted.red(), strongest),
        possible(channels.get(1), wanted.green(), strongest),
        possible(channels.get(2), wanted.blue(), strongest));
  }

  static int possible(Channel channel, int part, int strongest) {
    return channel.isDimmable() ? part : part > 0 && part * 2 >= strongest ? Channel.FULL : 0;
  }

  private List<Integer> levels(int brightness, Colour shown) {
    if (!isColoured()) {
      return List.of(isDimmable() ? dimmed(Channel.FULL, brightness) : Channel.FULL);
    }
    int percent = isDimmable() ? brightness : MOST_PERCENT;
    return List.of(
        dimmed(shown.red(), percent),
        dimmed(shown.green(), percent),
        dimmed(shown.blue(), percent));
  }

  private static int dimmed(int part, int percent) {
    return Math.round(part * percent / 100f);
  }
}
