package dev.deviceagent.hal.linux.gauge;

import java.util.List;

/**
 * Estimates the charge of a cell from its voltage, by straight lines between known points. The
 * result is inaccurate under load, where the voltage drops, and during charging, where it rises.
 *
 * @param points from full to empty
 */
record DischargeCurve(List<Point> points) {
  record Point(int millivolts, double percent) {}

  int percent(double millivolts) {
    var above = points.getFirst();
    if (millivolts >= above.millivolts()) {
      return (int) Math.round(above.percent());
    }
    for (var below : points) {
      if (millivolts >= below.millivolts()) {
        double share =
            (millivolts - below.millivolts()) / (above.millivolts() - below.millivolts());
        return (int) Math.round(below.percent() + share * (above.percent() - below.percent()));
      }
      above = below;
    }
    return 0;
  }
}
