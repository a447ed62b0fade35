package dev.deviceagent.agent.config;

import dev.deviceagent.agent.config.Alias.Argument;
import dev.deviceagent.codec.Json;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/**
 * Reads {@code tools.alias}: {@code NAME: TOOL}, or {@code NAME: {tool: TOOL, arguments: {NAME:
 * {to: NAME, values: {VALUE: VALUE}}}}}.
 */
final class AliasReader {
  /** The step of a vendor's "up" or "down", in percent. */
  private static final int STEP = 10;

  /** Tool names of vendors' consoles and demos that differ from the names here. */
  static final SequencedMap<String, Alias> BUILT_IN = builtIn();

  private AliasReader() {}

  private static SequencedMap<String, Alias> builtIn() {
    var aliases = new LinkedHashMap<String, Alias>();
    aliases.put("xiaozhi_SetVolume", Alias.of("SetVolume"));
    aliases.put("self.audio_speaker.set_volume", Alias.of("SetVolume"));
    aliases.put(
        "adjust_audio_val",
        new Alias(
            "SetVolume",
            Map.of(
                "action",
                new Argument("change", Map.of("up", Json.of(STEP), "down", Json.of(-STEP))))));
    return aliases;
  }

  /**
   * The file's aliases in addition to the built-in ones.
   *
   * @param allowed the names of the tools
   */
  static Map<String, Alias> read(Section tools, Collection<String> allowed) {
    var aliases = new LinkedHashMap<>(BUILT_IN);
    var section = tools.section("alias", BUILT_IN.toString());
    for (var name : section.names()) {
      if (section.isMapping(name)) {
        aliases.put(name, alias(section.section(name), allowed));
      } else {
        aliases.put(name, Alias.of(section.required(name, "", Values.oneOf(allowed))));
      }
    }
    return aliases;
  }

  private static Alias alias(Section alias, Collection<String> allowed) {
    var tool = alias.required("tool", "", Values.oneOf(allowed));
    var arguments = new LinkedHashMap<String, Argument>();
    var section = alias.section("arguments");
    for (var name : section.names()) {
      var argument = section.section(name);
      var to = argument.value("to", name, Values::text);
      var values = new LinkedHashMap<String, Json>();
      var pairs = argument.section("values");
      for (var value : pairs.names()) {
        var mapped = pairs.optional(value, AliasReader::json);
        if (mapped != null) {
          values.put(value, mapped);
        }
      }
      arguments.put(name, new Argument(to, values));
    }
    return new Alias(tool, arguments);
  }

  /** A number, a truth value, or else text. */
  private static Json json(String text) {
    if (text.matches("-?\\d{1,9}(\\.\\d{1,9})?")) {
      return new Json.Num(text);
    }
    return switch (text) {
      case "true" -> new Json.Bool(true);
      case "false" -> new Json.Bool(false);
      default -> new Json.Text(text);
    };
  }
}
