package dev.deviceagent.hal.linux.alsa;

import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.HalException.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A control of a card, both identified by name. It handles a card that is not there yet, is
 * unplugged, or is plugged in at another port. Any thread; calls are serialised.
 *
 * <p>The mixer stays open between calls, and the changes of other programs are read at the next
 * call. After a write it is reopened: libasound assumes that a written value is valid until the
 * driver reports another, and a driver that ignores the value reports nothing ({@code
 * simple_none.c}).
 */
final class AlsaDevice implements AutoCloseable {
  /** Uses the control. */
  interface Task<T> {
    T on(MixerControl control) throws AlsaError;
  }

  /** Changes the control; may run twice. */
  interface Change {
    void on(MixerControl control) throws AlsaError;
  }

  private final String card;
  private final @Nullable String wanted;
  private final Ability ability;
  private @Nullable Mixer mixer;
  private @Nullable MixerControl control;

  /**
   * @param card its id or name in {@code /proc/asound/cards}; else a control device as libasound
   *     names it, such as {@code default} or {@code pulse}
   * @param wanted the name of the control; null for the usual one
   */
  AlsaDevice(String card, @Nullable String wanted, Ability ability) {
    this.card = card;
    this.wanted = wanted;
    this.ability = ability;
  }

  String where() {
    return "alsa:" + card + (wanted == null ? "" : "/" + wanted);
  }

  synchronized <T> T ask(Task<T> task) throws HalException {
    boolean wasOpen = mixer != null;
    try {
      return attempt(task);
    } catch (AlsaError e) {
      close();
      if (!wasOpen) {
        throw failure(e);
      }
    }
    try {
      return attempt(task); // the card may have returned with another index
    } catch (AlsaError e) {
      close();
      throw failure(e);
    }
  }

  synchronized void change(Change change) throws HalException {
    ask(control -> {
      change.on(control);
      return true;
    });
    close();
  }

  /** Releases the card. The next call opens it again. */
  @Override
  public synchronized void close() {
    var open = mixer;
    mixer = null;
    control = null;
    if (open != null) {
      open.close();
    }
  }

  private <T> T attempt(Task<T> task) throws AlsaError, HalException {
    var open = mixer;
    if (open == null) {
      open = new Mixer(Alsa.load(where()), device());
      mixer = open;
    } else if (open.takeInChanges()) {
      control = null;
    }
    var found = control;
    if (found == null) {
      found = choose(open);
      control = found;
    }
    return task.on(found);
  }

  /** The card by its current index: only this name makes libasound report why it does not open. */
  private String device() {
    return Card.find(Card.all(), card).map(found -> "hw:" + found.index()).orElse(card);
  }

  private MixerControl choose(Mixer open) throws AlsaError, HalException {
    var controls = open.controls(ability);
    var names = new ArrayList<String>();
    for (var candidate : controls) {
      names.add(candidate.name());
    }
    var chosen = ability.choose(names, wanted);
    if (chosen.isPresent()) {
      return controls.get(names.indexOf(chosen.get()));
    }
    close();
    if (names.isEmpty()) {
      throw new HalException(
          Kind.UNSUPPORTED,
          where(),
          "has no control with a " + ability.words(),
          "choose another card, or remove it from the configuration");
    }
    throw new HalException(
        Kind.ABSENT,
        where(),
        "has no such control with a " + ability.words(),
        "choose one that it has: " + String.join(", ", names));
  }

  private HalException failure(AlsaError error) {
    var problem = (error.kind() == Kind.ABSENT ? "cannot open: " : "failed: ") + error.problem();
    return new HalException(error.kind(), where(), problem, cure(error));
  }

  private String cure(AlsaError error) {
    return switch (error.kind()) {
      case DENIED ->
          "add the user to the group audio: 'usermod -aG audio %s', then restart the agent"
              .formatted(System.getProperty("user.name"));
      case ABSENT ->
          "plug the card in, start its sound server, or choose another card: " + cards(Card.all());
      case BUSY -> "stop the program that uses it; 'fuser -v /dev/snd/*' lists it";
      case UNSUPPORTED, FAILED ->
          "check the output of 'amixer -D %s' and the kernel log".formatted(card);
    };
  }

  private static String cards(List<Card> cards) {
    return cards.isEmpty()
        ? "the kernel lists no sound card"
        : cards.stream().map(Card::id).collect(Collectors.joining(", ", "the kernel lists ", ""));
  }
}
