package dev.deviceagent.agent.page;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.deviceagent.codec.CodecException;
import dev.deviceagent.codec.Example;
import dev.deviceagent.codec.Fields;
import dev.deviceagent.codec.Identity;
import dev.deviceagent.codec.Json;
import dev.deviceagent.codec.dialects.Dialects;
import java.util.LinkedHashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The example messages that the page offers to send. */
class ReadyMessagesTest {
  private static final Dialects DIALECTS = Dialects.of(new Identity("", "", ""));

  private static List<Fields> all() {
    return ReadyMessages.all().items().stream()
        .map(message -> Fields.of((Json.Obj) message))
        .toList();
  }

  @Test
  void eachCanBeReceivedButTheNonsense() throws Exception {
    for (var one : all()) {
      var bytes = new Example(one.text("form"), one.text("text")).bytes();
      if (one.text("name").equals("Malformed")) {
        assertThrows(CodecException.class, () -> DIALECTS.receive(bytes));
      } else {
        assertDoesNotThrow(() -> DIALECTS.receive(bytes), () -> one.object().toString());
      }
    }
  }

  @Test
  void everyDialectHasItsOwnGroup() throws Exception {
    var groups = new LinkedHashSet<String>();
    for (var one : all()) {
      assertFalse(one.text("name").isBlank());
      groups.add(one.text("group"));
    }
    assertEquals(List.of("Everyday", "aicall", "nertc", "volcengine"), List.copyOf(groups));
  }
}
