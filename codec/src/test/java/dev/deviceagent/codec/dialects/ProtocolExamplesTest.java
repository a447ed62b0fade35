package dev.deviceagent.codec.dialects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deviceagent.codec.CodecException;
import dev.deviceagent.codec.Dialect;
import dev.deviceagent.codec.Example;
import dev.deviceagent.codec.Identity;
import dev.deviceagent.codec.Intent;
import dev.deviceagent.codec.InterruptMode;
import dev.deviceagent.codec.Json;
import dev.deviceagent.codec.Outcome;
import dev.deviceagent.codec.Redacted;
import dev.deviceagent.codec.Reply;
import dev.deviceagent.codec.ToCloud;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Checks the examples of PROTOCOL.md. Below each message from the cloud, the page shows what the
 * agent understands; the dialects contain the same examples for the page of a running agent. Each
 * message to the cloud equals what a dialect produces. {@code -Dprotocol.fix=true} writes the page
 * and the dialects' examples; review the change with {@code git diff}.
 */
class ProtocolExamplesTest {
  private static final Path PAGE = Path.of("..", "PROTOCOL.md");
  private static final boolean FIXES = Boolean.getBoolean("protocol.fix");
  private static final Dialects DIALECTS = Dialects.of(new Identity("speaker_3", "robot_7", "1"));
  private static final Pattern FROM_CLOUD =
      Pattern.compile("```(json|nertc|volc)\\n(.*?)\\n```\\n(\\n> [^\\n]*\\n)?", Pattern.DOTALL);
  private static final Pattern TO_CLOUD =
      Pattern.compile("```(json|volc) sent\\n(.*?)\\n```\\n", Pattern.DOTALL);

  @Test
  void whatTheAgentMakesOfAnExampleStandsBelowIt() throws IOException {
    var page = Files.readString(PAGE);
    var right = FROM_CLOUD.matcher(page).replaceAll(ProtocolExamplesTest::withMeaning);
    if (FIXES) {
      Files.writeString(PAGE, right);
    }
    assertEquals(right, Files.readString(PAGE));
  }

  private static String withMeaning(MatchResult fence) {
    var example = new Example(fence.group(1), fence.group(2));
    try {
      var meaning = DIALECTS.receive(example.bytes()).meaning();
      return Matcher.quoteReplacement(
          "```" + example.form() + "\n" + example.text() + "\n```\n\n> " + meaning + "\n");
    } catch (CodecException e) {
      throw new AssertionError(example.text(), e);
    }
  }

  @Test
  void thePageAndTheDialectsHaveTheSameExamples() throws Exception {
    var ofPage = new TreeMap<String, List<Example>>();
    for (var fence : FROM_CLOUD.matcher(Files.readString(PAGE)).results().toList()) {
      var example = new Example(fence.group(1), fence.group(2));
      var source = DIALECTS.receive(example.bytes()).source();
      ofPage.computeIfAbsent(source, _ -> new ArrayList<>()).add(example);
    }
    for (var dialect : DIALECTS.all()) {
      var examples = ofPage.getOrDefault(dialect.name(), List.of());
      if (FIXES) {
        write(dialect, examples);
      } else {
        assertEquals(examples, dialect.examples());
      }
    }
    assertEquals(new TreeSet<>(DIALECTS.names()), ofPage.keySet());
  }

  private static void write(Dialect dialect, List<Example> examples) throws IOException {
    var lines = new ArrayList<String>();
    for (var example : examples) {
      lines.add("  " + Json.object().with("form", example.form()).with("text", example.text()));
    }
    var folder = dialect.getClass().getPackageName().replace('.', '/');
    var file = Path.of("src/main/resources", folder, "examples.json");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "{\"examples\": [\n" + String.join(",\n", lines) + "\n]}\n");
  }

  @Test
  void everyExampleToTheCloudIsWhatADialectMakes() throws IOException {
    var made = made();
    var shown = new LinkedHashSet<String>();
    for (var fence : TO_CLOUD.matcher(Files.readString(PAGE)).results().toList()) {
      var bytes = new Example(fence.group(1), fence.group(2)).bytes();
      var text = new String(bytes, StandardCharsets.UTF_8);
      assertTrue(made.containsKey(text), () -> "no code creates " + text);
      shown.add(made.get(text));
    }
    assertEquals(new LinkedHashSet<>(made.values()), shown, "kinds that are made, and shown");
  }

  /** One message of every kind that the dialects produce, with its kind. */
  private static Map<String, String> made() {
    var made = new LinkedHashMap<String, String>();
    var intents =
        List.of(
            new Intent.AskPushToTalk(true),
            new Intent.StartTalk(true),
            new Intent.FinishTalk(),
            new Intent.CancelTalk(true, true, true),
            new Intent.Interrupt(),
            new Intent.Speak(
                new Redacted("The battery is at 76 percent."), InterruptMode.AFTER, false),
            new Intent.Ask(
                new Redacted("Tell a short story about the sea."), InterruptMode.IF_IDLE));
    for (var dialect : DIALECTS.all()) {
      for (var intent : intents) {
        dialect.say(intent).forEach(message -> add(made, dialect, message));
      }
    }
    reply(made, "nertc", "tools/call", Json.of(12), done(40));
    var unknown = new Outcome.Failed("unknown_tool", "this device has no tool 'Fly'", true);
    reply(made, "nertc", "tools/call", Json.of(12), unknown);
    reply(made, "volcengine", "tool", Json.of("call_d1"), done(30));
    return made;
  }

  private static Outcome done(int volume) {
    return new Outcome.Done(Json.object().with("volume", volume));
  }

  private static void reply(
      Map<String, String> made, String name, String kind, Json id, Outcome outcome) {
    var dialect = DIALECTS.get(name);
    dialect
        .reply(new Reply.Message(dialect, kind, id), outcome)
        .forEach(message -> add(made, dialect, message));
  }

  private static void add(Map<String, String> made, Dialect dialect, ToCloud message) {
    made.put(
        new String(message.encode(), StandardCharsets.UTF_8),
        dialect.name() + " " + message.summary());
  }

  @Test
  void theTableOfAbilitiesIsThatOfTheDialects() throws IOException {
    var page = Files.readString(PAGE);
    for (var dialect : DIALECTS.all()) {
      var able = dialect.abilities();
      var row =
          "\\| `%s` \\| %s[^|]*\\| %s[^|]*\\| %s[^|]*\\| %s[^|]*\\|"
              .formatted(
                  dialect.name(),
                  word(able.speaks()),
                  word(able.asks()),
                  able.replies() ? "(yes|of MCP calls)" : "no",
                  word(able.cancels()));
      assertTrue(Pattern.compile(row).matcher(page).find(), row);
    }
    assertFalse(DIALECTS.all().isEmpty());
  }

  private static String word(boolean isAble) {
    return isAble ? "yes" : "no";
  }
}
