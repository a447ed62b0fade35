package dev.deviceagent.hal.linux;

import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.Strip;
import java.util.Arrays;
import java.util.List;

/**
 * A single light instead of a strip, on one wire or on three: red, green and blue. A wire is set
 * only when its level changes: an effect renders sixty frames per second, and most of them do not
 * change the level of a line. Any thread.
 */
final class WiredPixel implements Strip {
  /**
   * A line is lit from this luminance upwards. Full blue is 18: the darkest colour meant to be
   * seen.
   */
  private static final int LIT_FROM = 16;

  private static final int UNKNOWN = -1;

  private final List<Channel> channels;
  private final int brightnessPercent;
  private final int[] shown;

  /**
   * @param channels one, or three: red, green and blue
   * @param brightnessPercent a ceiling; a line that is only on or off ignores it
   */
  WiredPixel(List<Channel> channels, int brightnessPercent) {
    this.channels = channels;
    this.brightnessPercent = brightnessPercent;
    this.shown = new int[channels.size()];
    Arrays.fill(shown, UNKNOWN);
  }

  @Override
  public String where() {
    return Channel.where(channels);
  }

  @Override
  public int pixels() {
    return 1;
  }

  @Override
  public synchronized void probe() throws HalException {
    Arrays.fill(shown, UNKNOWN); // a wire that is found broken is dark after it is reopened
    for (var channel : channels) {
      channel.level();
    }
  }

  @Override
  public synchronized void show(int[] rgb) throws HalException {
    if (rgb.length != 1) {
      throw new IllegalArgumentException(rgb.length + " colours given for one pixel");
    }
    int red = rgb[0] >> 16 & 0xFF;
    int green = rgb[0] >> 8 & 0xFF;
    int blue = rgb[0] & 0xFF;
    int luminance = luminance(red, green, blue);
    if (channels.size() == 1) {
      set(0, luminance, luminance, luminance);
      return;
    }
    int strongest = Math.max(red, Math.max(green, blue));
    set(0, red, strongest, luminance);
    set(1, green, strongest, luminance);
    set(2, blue, strongest, luminance);
  }

  /** The luma of ITU-R BT.709: how bright a colour looks, 0 to 255. */
  private static int luminance(int red, int green, int blue) {
    return (int) Math.round(0.2126 * red + 0.7152 * green + 0.0722 * blue);
  }

  private void set(int index, int part, int strongest, int luminance) throws HalException {
    var channel = channels.get(index);
    int level =
        channel.isDimmable()
            ? Math.round(part * brightnessPercent / 100f)
            : luminance < LIT_FROM ? 0 : WiredLight.possible(channel, part, strongest);
    if (level == shown[index]) {
      return;
    }
    shown[index] = UNKNOWN; // until the set succeeds
    channel.set(level);
    shown[index] = level;
  }
}
