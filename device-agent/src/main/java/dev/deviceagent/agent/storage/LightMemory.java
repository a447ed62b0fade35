package dev.deviceagent.agent.storage;

import dev.deviceagent.codec.CodecException;
import dev.deviceagent.codec.Fields;
import dev.deviceagent.codec.Json;
import dev.deviceagent.codec.JsonReader;
import dev.deviceagent.hal.Colour;
import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.Light;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/** Restores the owner's lights after a restart. Thread-safe. */
final class LightMemory {
  private final Store store;
  private final SequencedMap<String, Light> lights;
  private Map<String, Light.State> kept = Map.of();

  LightMemory(Store store, SequencedMap<String, Light> lights) {
    this.store = store;
    this.lights = lights;
  }

  /** Sets every light to its start state. A light that fails is logged and skipped. */
  synchronized void restore() {
    kept = read();
    for (var light : lights.entrySet()) {
      try {
        restore(light.getValue(), kept.get(light.getKey()));
      } catch (HalException e) {
        Logger.warn(
            "light {}: its last state cannot be restored: {}", light.getKey(), e.getMessage());
      }
    }
  }

  private static void restore(Light light, Light.@Nullable State last) throws HalException {
    var now = light.state();
    var wanted =
        switch (light.start()) {
          case LAST -> last == null ? now : fitting(light, last);
          case ON -> new Light.State(true, now.brightnessPercent(), now.colour());
          case OFF -> new Light.State(false, now.brightnessPercent(), now.colour());
        };
    if (!wanted.equals(now)) {
      light.set(wanted);
    }
  }

  /** The stored state may belong to a different lamp that had the same name. */
  private static Light.State fitting(Light light, Light.State last) throws HalException {
    var now = light.state();
    return new Light.State(
        last.on(),
        light.isDimmable() && last.brightnessPercent() != null
            ? last.brightnessPercent()
            : now.brightnessPercent(),
        light.isColoured() && last.colour() != null ? last.colour() : now.colour());
  }

  /** Stores the states that the lights were just set to. */
  synchronized void keep(Map<String, Light.State> states) {
    if (states.equals(kept)) {
      return;
    }
    kept = Map.copyOf(states);
    try {
      store.keepLights(json(states).toString());
    } catch (IOException e) {
      Logger.warn("the state of the lights cannot be saved: {}", e.toString());
    }
  }

  private static Json.Obj json(Map<String, Light.State> states) {
    var all = Json.object();
    for (var light : states.entrySet()) {
      var state = light.getValue();
      var colour = state.colour();
      all =
          all.with(
              light.getKey(),
              Json.object()
                  .with("on", state.on())
                  .withOptional("brightness", state.brightnessPercent())
                  .withOptional("colour", colour == null ? null : colour.toString()));
    }
    return all;
  }

  private Map<String, Light.State> read() {
    var states = new LinkedHashMap<String, Light.State>();
    var text = store.lights();
    if (text == null) {
      return states;
    }
    try {
      var all = Fields.of(JsonReader.object(text));
      for (var name : lights.keySet()) {
        if (all.has(name)) {
          states.put(name, state(all.object(name)));
        }
      }
    } catch (CodecException e) {
      Logger.warn("the saved state of the lights is damaged and ignored: {}", e.getMessage());
    }
    return states;
  }

  private static Light.State state(Fields light) throws CodecException {
    var brightness = light.optionalInteger("brightness");
    var colour = light.optionalText("colour");
    return new Light.State(
        light.truth("on"),
        brightness == null ? null : Math.clamp(brightness, 1, 100),
        colour == null ? null : Colour.parse(colour).orElse(null));
  }
}
