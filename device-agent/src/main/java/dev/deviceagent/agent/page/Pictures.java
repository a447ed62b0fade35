package dev.deviceagent.agent.page;

import dev.deviceagent.codec.Json;
import dev.deviceagent.hal.Picture;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/**
 * A screen's picture in the page's format: each row in hex, four pixels a digit, the left one
 * first.
 */
final class Pictures {
  private static final int PIXELS_A_DIGIT = 4;

  private Pictures() {}

  static Json json(@Nullable Picture picture) {
    if (picture == null) {
      return Json.NULL;
    }
    var rows = new ArrayList<String>();
    for (int y = 0; y < picture.height(); y++) {
      var row = new StringBuilder();
      for (int x = 0; x < picture.width(); x += PIXELS_A_DIGIT) {
        int digit = 0;
        for (int i = 0; i < PIXELS_A_DIGIT; i++) {
          digit = 2 * digit + (picture.isLit(x + i, y) ? 1 : 0);
        }
        row.append(Character.forDigit(digit, 16));
      }
      rows.add(row.toString());
    }
    return Json.object()
        .with("width", picture.width())
        .with("height", picture.height())
        .with("rows", rows);
  }
}
