package dev.deviceagent.agent.page;

import dev.deviceagent.codec.CodecException;
import dev.deviceagent.codec.Example;
import dev.deviceagent.codec.Identity;
import dev.deviceagent.codec.Json;
import dev.deviceagent.codec.JsonReader;
import dev.deviceagent.codec.dialects.Dialects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;

/**
 * The sample messages that the page offers: some common ones, and one of each kind of each dialect.
 */
final class ReadyMessages {
  private ReadyMessages() {}

  /** A list of {@code {group, name, form, text}}. */
  static Json.Arr all() {
    var all = new ArrayList<Json>(everyday().items());
    var dialects = Dialects.of(new Identity("", "", ""));
    for (var name : dialects.names()) {
      for (var example : dialects.get(name).examples()) {
        all.add(
            Json.object()
                .with("group", name)
                .with("name", name(dialects, example))
                .with("form", example.form())
                .with("text", example.text()));
      }
    }
    return Json.array(all);
  }

  private static Json.Arr everyday() {
    try (var in = ReadyMessages.class.getResourceAsStream("/page/messages.json")) {
      var text = in == null ? "[]" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return JsonReader.read(text) instanceof Json.Arr everyday
          ? everyday
          : Json.array(new ArrayList<>());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (CodecException e) {
      throw new IllegalStateException("messages.json", e);
    }
  }

  private static String name(Dialects dialects, Example example) {
    try {
      var message = dialects.receive(example.bytes());
      return message.summary() + ": " + message.meaning();
    } catch (CodecException e) {
      throw new IllegalStateException(example.text(), e);
    }
  }
}
