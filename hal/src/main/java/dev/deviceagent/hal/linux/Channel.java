package dev.deviceagent.hal.linux;

import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.linux.bus.Pi4jContext;
import dev.deviceagent.hal.linux.profile.BoardProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One wire that drives a whole lamp, or one colour of a lamp. It is opened dark at its first use,
 * and again after a failure. Any thread, one call at a time.
 */
interface Channel {
  int FULL = 255;

  String where();

  /** Whether it has all 256 levels, or only the first and the last. */
  boolean isDimmable();

  /**
   * Returns the level that the kernel reports, not the level last set.
   *
   * @return 0 (dark) to 255, in perceptually even steps
   */
  int level() throws HalException;

  /**
   * @param level 0 to 255; a channel that cannot be dimmed is lit from the middle upwards
   */
  void set(int level) throws HalException;

  /** Creates the channels of some wires, in their order. Opens nothing yet. */
  static List<Channel> of(String id, List<BoardProfile.Wire> wires, Pi4jContext context) {
    var channels = new ArrayList<Channel>();
    for (var wire : wires) {
      channels.add(of(id + "-" + channels.size(), wire, context));
    }
    return List.copyOf(channels);
  }

  private static Channel of(String id, BoardProfile.Wire wire, Pi4jContext context) {
    return switch (wire) {
      case BoardProfile.Line(int line, boolean activeLow) ->
          new LineChannel(context.line(id, line, activeLow));
      case BoardProfile.Pwm(var chips, int channel, int hertz, boolean activeLow) ->
          new PwmChannel(context.pwm(id, chips, channel, hertz, activeLow));
    };
  }

  /** The locations of some channels, for a person. */
  static String where(List<Channel> channels) {
    return channels.stream().map(Channel::where).collect(Collectors.joining(", "));
  }
}
