package dev.deviceagent.hal.linux.alsa;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;

/** An open mixer. Used by one thread at a time; after {@link #close} no more, nor its controls. */
final class Mixer implements AutoCloseable {
  private final Alsa alsa;
  private final MemorySegment mixer;

  /** Where functions put their answers: two longs, freed with this object. */
  private final MemorySegment answers = Arena.ofAuto().allocate(ValueLayout.JAVA_LONG, 2);

  /**
   * Opens it and reads all its controls.
   *
   * @param device a control device as libasound names it: {@code hw:1}, {@code pulse}
   */
  Mixer(Alsa alsa, String device) throws AlsaError {
    this.alsa = alsa;
    try (var arena = Arena.ofConfined()) {
      var pointer = arena.allocate(ValueLayout.ADDRESS);
      alsa.open.call(pointer, 0);
      mixer = pointer.get(ValueLayout.ADDRESS, 0);
      boolean open = false;
      try {
        alsa.attach.call(mixer, arena.allocateFrom(device));
        alsa.register.call(mixer, MemorySegment.NULL, MemorySegment.NULL);
        alsa.load.call(mixer);
        open = true;
      } finally {
        if (!open) {
          close();
        }
      }
    }
  }

  /**
   * Takes in what has changed since; this does not block, as snd_mixer_attach opens without (its
   * {@code mixer.c}). A card that is gone fails here.
   *
   * @return whether anything has; then no earlier control may be used, as it may be freed
   */
  boolean takeInChanges() throws AlsaError {
    return alsa.handleEvents.call(mixer) > 0;
  }

  /** The controls that can do that, in the mixer's order. */
  List<MixerControl> controls(Ability ability) throws AlsaError {
    var able = new ArrayList<MixerControl>();
    var element = alsa.first.at(mixer);
    while (element.address() != 0) {
      var control = new MixerControl(alsa, element, answers);
      if (control.can(ability)) {
        able.add(control);
      }
      element = alsa.next.at(element);
    }
    return able;
  }

  /** Lets go of it; a failure to do so would change nothing for anybody. */
  @Override
  public void close() {
    try {
      alsa.close.call(mixer);
    } catch (AlsaError e) {
      // snd_mixer_close has freed everything when it says how closing the device went
    }
  }
}
