package dev.deviceagent.agent.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.deviceagent.agent.Sources;
import dev.deviceagent.codec.AiCallMessage;
import dev.deviceagent.codec.CodecException;
import dev.deviceagent.codec.Fields;
import dev.deviceagent.codec.Json;
import dev.deviceagent.codec.JsonReader;
import dev.deviceagent.codec.Message;
import dev.deviceagent.codec.Messages;
import dev.deviceagent.codec.NertcMessage;
import dev.deviceagent.codec.VoiceChatUpdate;
import dev.deviceagent.codec.VolcMessage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page's ready messages are real ones, and one of each kind that {@code PROTOCOL.md} shows. */
class ReadyMessagesTest {
  private static final Pattern EXAMPLE =
      Pattern.compile("```(json|nertc|volc)\\n(.*?)\\n```", Pattern.DOTALL);

  private static List<Fields> ready() throws Exception {
    try (var in = PageServer.class.getResourceAsStream("/page/messages.json")) {
      var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      var all = new ArrayList<Fields>();
      for (var item : ((Json.Arr) JsonReader.read(text)).items()) {
        all.add(Fields.of((Json.Obj) item));
      }
      return all;
    }
  }

  private static Message decode(String form, String text) throws CodecException {
    int end = text.indexOf('\n');
    return Messages.decode(
        switch (form) {
          case "json" -> utf8(text);
          case "nertc" -> utf8(text.substring(0, end) + "\0" + text.substring(end + 1));
          case "volc" -> {
            var body = utf8(text.substring(end + 1));
            yield ByteBuffer.allocate(8 + body.length)
                .put(utf8(text.substring(0, end)))
                .putInt(body.length)
                .put(body)
                .array();
          }
          default -> throw new IllegalArgumentException(form);
        });
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** What a message is, as fine as the protocol's page tells them apart. */
  private static String kind(Message message) {
    return switch (message) {
      case AiCallMessage call -> call.body().getClass().getName();
      case NertcMessage.Mcp mcp -> mcp.rpc().getClass().getName();
      case NertcMessage.Other other -> "NERTC " + other.type();
      case NertcMessage.Event event -> event.event();
      case VolcMessage.Control control -> "ctrl " + control.command().name();
      case VoiceChatUpdate update -> "update " + update.command().name();
      default -> message.getClass().getName();
    };
  }

  @Test
  void eachIsAMessageButTheNonsense() throws Exception {
    for (var one : ready()) {
      if (one.text("name").equals("Nonsense")) {
        assertThrows(CodecException.class, () -> decode(one.text("form"), one.text("text")));
      } else {
        decode(one.text("form"), one.text("text"));
      }
    }
  }

  @Test
  void thereIsOneOfEveryKindOfTheProtocol() throws Exception {
    var page = Files.readString(Sources.ROOT.resolve("PROTOCOL.md"));
    var kinds = new TreeSet<String>();
    for (var example : EXAMPLE.matcher(page).results().toList()) {
      kinds.add(kind(decode(example.group(1), example.group(2))));
    }
    var offered = new TreeSet<String>();
    for (var one : ready()) {
      if (!one.text("group").equals("Everyday")) {
        offered.add(kind(decode(one.text("form"), one.text("text"))));
      }
    }
    assertEquals(kinds, offered);
  }
}
