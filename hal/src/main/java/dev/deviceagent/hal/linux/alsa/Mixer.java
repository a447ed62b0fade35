package dev.deviceagent.hal.linux.alsa;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;

/** An open mixer. One thread at a time. {@link #close} invalidates it and its controls. */
final class Mixer implements AutoCloseable {
  private final Alsa alsa;
  private final MemorySegment mixer;

  /** Receives the results of functions: two longs, freed with this object. */
  private final MemorySegment answers = Arena.ofAuto().allocate(ValueLayout.JAVA_LONG, 2);

  /**
   * Opens the mixer and reads all its controls.
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
   * Reads the changes since the last call. Does not block, because snd_mixer_attach opens the
   * device in non-blocking mode (its {@code mixer.c}). Fails if the card is gone.
   *
   * @return whether anything has changed; if so, earlier controls must not be used, as they may be
   *     freed
   */
  boolean takeInChanges() throws AlsaError {
    return alsa.handleEvents.call(mixer) > 0;
  }

  /** Returns the controls with this ability, in the mixer's order. */
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

  /** Closes the mixer. Ignores a failure, which would have no consequence for any caller. */
  @Override
  public void close() {
    try {
      alsa.close.call(mixer);
    } catch (AlsaError e) {
      // snd_mixer_close has freed everything before it reports the result of closing the device
    }
  }
}
