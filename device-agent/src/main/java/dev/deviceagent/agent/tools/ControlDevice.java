package dev.deviceagent.agent.tools;

import dev.deviceagent.agent.text.Nearest;
import dev.deviceagent.codec.Fields;
import dev.deviceagent.codec.Json;
import dev.deviceagent.hal.Board;
import dev.deviceagent.hal.Colour;
import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.Light;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * {@code {"device": "light", "state": "on|off"}}, with {@code brightness} (1 to 100) and {@code
 * colour} (#rrggbb or an English name) if the light supports them. An absent member leaves its
 * value unchanged.
 */
record ControlDevice(SequencedMap<String, Light> lights) implements Tool {
  static final String NAME = "ControlDevice";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String description() {
    return "Switches a light on or off, and sets its brightness and colour if it supports them.";
  }

  @Override
  public Json.Obj parameters() {
    var properties =
        Json.object()
            .with("device", Arguments.wordSchema(lights.keySet(), "the name of the light"))
            .with("state", Arguments.wordSchema(List.of("on", "off"), "the new state"));
    if (lights.values().stream().anyMatch(Light::isDimmable)) {
      properties =
          properties.with(
              "brightness", Arguments.integerSchema(1, 100, "the brightness in percent"));
    }
    if (lights.values().stream().anyMatch(Light::isColoured)) {
      properties =
          properties.with(
              "colour", Arguments.textSchema("#rrggbb, or an English name such as 'red'"));
    }
    return Arguments.schema(properties, List.of("device"));
  }

  @Override
  public Plan check(Fields arguments) throws ToolFailure {
    var name = Arguments.needed("device", Arguments.text(arguments, "device"));
    var light = lights.get(name);
    if (light == null) {
      throw new ToolFailure(
          ToolFailure.Kind.NO_SUCH_DEVICE,
          "there is no light '" + Nearest.shown(name) + "'" + Nearest.hint(name, lights.keySet()));
    }
    var state = Arguments.word(arguments, "state", List.of("on", "off"));
    var brightness = Arguments.percent(arguments, "brightness", 1, 100);
    var colour = colour(arguments);
    if (state == null && brightness == null && colour == null) {
      throw new ToolFailure(
          ToolFailure.Kind.BAD_ARGUMENTS, "none of 'state', 'brightness', 'colour' is given");
    }
    if (brightness != null && !light.isDimmable()) {
      throw new ToolFailure(ToolFailure.Kind.UNSUPPORTED, "'" + name + "' cannot be dimmed");
    }
    if (colour != null && !light.isColoured()) {
      throw new ToolFailure(ToolFailure.Kind.UNSUPPORTED, "'" + name + "' has one colour only");
    }
    return new Plan(
        Lane.LIGHTS,
        false,
        board -> {
          var before = light.state();
          var wanted =
              new Light.State(
                  state == null ? before.on() : state.equals("on"),
                  brightness == null ? before.brightnessPercent() : brightness,
                  colour == null ? before.colour() : colour);
          light.set(wanted);
          return observed(name, wanted, board);
        });
  }

  private static @Nullable Colour colour(Fields arguments) throws ToolFailure {
    var american = Arguments.text(arguments, "color");
    var text = american == null ? Arguments.text(arguments, "colour") : american;
    if (text == null) {
      return null;
    }
    return Colour.parse(text)
        .orElseThrow(() ->
            new ToolFailure(
                ToolFailure.Kind.BAD_ARGUMENTS,
                "'" + Nearest.shown(text) + "' is not a colour; write #rrggbb or an English name"));
  }

  private static Observation observed(String name, Light.State wanted, Board board)
      throws HalException, ToolFailure {
    var all = LaneReader.lights(board);
    var states =
        all.reading() instanceof Reading.OfLights(var seen) && seen != null
            ? seen
            : Map.<String, Light.State>of();
    var now = states.get(name);
    if (now == null || now.on() != wanted.on()) {
      var requested = wanted.on() ? "on" : "off";
      var seen = now == null ? "unknown" : now.on() ? "on" : "off";
      throw new ToolFailure(
          ToolFailure.Kind.NOT_DONE,
          "'" + name + "': requested " + requested + ", reads back " + seen);
    }
    var result = new LinkedHashMap<String, Json>();
    result.put("device", Json.of(name));
    result.putAll(LaneReader.json(now).members());
    return new Observation(all.reading(), new Json.Obj(result), all.phrase());
  }
}
