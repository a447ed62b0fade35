package dev.deviceagent.hal.linux.alsa;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CardTest {
  /** The format of sound/core/init.c: the second line of a card is its long name. */
  private static final String CARDS =
      """
       0 [vc4hdmi0       ]: vc4-hdmi - vc4-hdmi-0
                            vc4-hdmi-0
       1 [Headphones     ]: bcm2835_headpho - bcm2835 Headphones
                            bcm2835 Headphones
      12 [seeed2micvoicec]: simple-card - seeed-2mic-voicecard
                            a [long name    ]: with - everything
      """;

  private final List<Card> cards = Card.parse(CARDS);

  @Test
  void theKernelsListIsRead() {
    assertEquals(
        List.of(
            new Card(0, "vc4hdmi0", "vc4-hdmi-0"),
            new Card(1, "Headphones", "bcm2835 Headphones"),
            new Card(12, "seeed2micvoicec", "seeed-2mic-voicecard")),
        cards);
  }

  @Test
  void aKernelWithoutCardsHasNone() {
    assertEquals(List.of(), Card.parse("--- no soundcards ---\n"));
    assertEquals(List.of(), Card.parse(""));
  }

  @Test
  void aCardIsFoundByItsIdOrElseItsNameAndNeverByItsPlace() {
    assertEquals(Optional.of(1), Card.find(cards, "Headphones").map(Card::index));
    assertEquals(Optional.of(1), Card.find(cards, "bcm2835 Headphones").map(Card::index));
    assertEquals(Optional.empty(), Card.find(cards, "1"));
    assertEquals(Optional.empty(), Card.find(cards, "headphones"));
  }

  @Test
  void anIdGoesBeforeAName() {
    var twins = List.of(new Card(0, "Device_1", "Device"), new Card(1, "Device", "USB Audio"));
    assertEquals(Optional.of(1), Card.find(twins, "Device").map(Card::index));
  }
}
