package dev.deviceagent.agent.cli;

import dev.deviceagent.codec.Json;
import dev.deviceagent.codec.Limits;
import dev.deviceagent.hal.Board;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;

/** Commands that query the running agent. */
final class Asking {
  private Asking() {}

  static int status(Call call) throws Failure {
    var status = call.ask(question("status"));
    if (call.has("--json")) {
      call.out().println(status);
    } else if (status instanceof Json.Obj object) {
      Looking.lines(object).forEach(call.out()::println);
    }
    return 0;
  }

  static int send(Call call) throws Failure {
    var file = call.words().getFirst();
    byte[] bytes;
    try (var in = file.equals("-") ? System.in : Files.newInputStream(Path.of(file))) {
      bytes = in.readNBytes(Limits.MESSAGE_BYTES_CEILING + 1);
    } catch (IOException e) {
      throw new Failure(Failure.REFUSED, "cannot read " + file + " (" + e + ")");
    }
    if (bytes.length > Limits.MESSAGE_BYTES_CEILING) {
      throw new Failure(
          Failure.REFUSED,
          "%s has more than %d bytes, the highest limit that link.longest_frame can set"
              .formatted(file, Limits.MESSAGE_BYTES_CEILING));
    }
    var base64 = Base64.getEncoder().encodeToString(bytes);
    return say(call, question("send").with("message", base64));
  }

  static int button(Call call) throws Failure {
    var words = call.words();
    var act = one(words.getFirst(), List.of("press", "release"), "button");
    return say(
        call,
        question("button")
            .with("name", words.size() > 1 ? words.get(1) : Board.TALK)
            .with("pressed", act.equals("press")));
  }

  static int mute(Call call) throws Failure {
    var act = one(call.words().getFirst(), List.of("on", "off"), "mute");
    return say(call, question("mute").with("on", act.equals("on")));
  }

  static int fault(Call call) throws Failure {
    var words = call.words();
    var kind = one(words.get(1), List.of("ok", "fail", "absent", "slow"), "fault");
    var question = question("fault").with("device", words.get(0)).with("fault", kind);
    if (kind.equals("slow")) {
      if (words.size() < 3 || !words.get(2).matches("\\d{1,6}")) {
        throw new Failure(
            Failure.USAGE,
            "MILLISECONDS is missing; example: 'device-agent fault "
                + words.get(0)
                + " slow 2000'");
      }
      question = question.with("millis", Integer.parseInt(words.get(2)));
    }
    return say(call, question);
  }

  private static int say(Call call, Json.Obj question) throws Failure {
    if (call.ask(question) instanceof Json.Text(var answer)) {
      call.out().println(answer);
    }
    return 0;
  }

  private static String one(String word, List<String> allowed, String command) throws Failure {
    if (!allowed.contains(word)) {
      throw new Failure(
          Failure.USAGE,
          "'%s' is not one of %s; see 'device-agent %s --help'"
              .formatted(word, String.join(", ", allowed), command));
    }
    return word;
  }

  private static Json.Obj question(String what) {
    return Json.object().with("do", what);
  }
}
