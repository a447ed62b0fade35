package dev.deviceagent.hal.linux.alsa;

import dev.deviceagent.hal.linux.bus.SmallFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A sound card that the kernel has now.
 *
 * @param index its current index, which another card may have after the next start
 * @param id its short name, as in {@code hw:CARD=id}; unique
 * @param name its name elsewhere; not always unique
 */
record Card(int index, String id, String name) {
  private static final Path CARDS = Path.of("/proc/asound/cards");

  // sound/core/init.c, snd_card_info_read: "%2i [%-15s]: %s - %s\n" is index, id, driver and short
  // name; a second line, which starts with blanks only, has the long name.
  private static final Pattern LINE =
      Pattern.compile("^ *(\\d{1,3}) \\[(.{15,}?) *]: .*? - (.*)$", Pattern.MULTILINE);

  /** Returns the cards; empty if the kernel has no sound. */
  static List<Card> all() {
    try {
      return parse(SmallFiles.text(CARDS));
    } catch (IOException e) {
      return List.of(); // the file appears with the first driver
    }
  }

  static List<Card> parse(String cards) {
    var all = new ArrayList<Card>();
    var line = LINE.matcher(cards);
    while (line.find()) {
      var index = Integer.parseInt(line.group(1));
      all.add(new Card(index, line.group(2).strip(), line.group(3).strip()));
    }
    return List.copyOf(all);
  }

  /** Returns the card with that id; otherwise the first card with that name. */
  static Optional<Card> find(List<Card> cards, String name) {
    return cards.stream()
        .filter(card -> card.id.equals(name))
        .findFirst()
        .or(() -> cards.stream().filter(card -> card.name.equals(name)).findFirst());
  }
}
