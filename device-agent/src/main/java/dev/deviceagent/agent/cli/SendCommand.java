package dev.deviceagent.agent.cli;

import dev.deviceagent.codec.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/** The command {@code send}. */
final class SendCommand extends Command {
  SendCommand() {
    super(
        "passes a message to the running agent, as if the cloud had sent it",
        config(),
        word(0, "FILE", "the file with the message; - reads standard input"));
  }

  @Override
  int run(ParsedCommand arguments) throws Failure {
    var base64 = Base64.getEncoder().encodeToString(read(arguments.words().getFirst()));
    return RunningAgent.order(arguments, RunningAgent.question("send").with("message", base64));
  }

  private static byte[] read(String file) throws Failure {
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
    return bytes;
  }
}
