package dev.deviceagent.agent.control;

import dev.deviceagent.codec.CodecException;
import dev.deviceagent.codec.Fields;
import dev.deviceagent.codec.Json;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Reads each question on the control socket, asks the speaker, and writes the answer. */
public final class Commands {
  private final Speaker speaker;
  private final Supplier<Optional<Json.Obj>> doctor;

  /**
   * @param doctor examines the devices and waits for the findings; empty if another examination is
   *     running
   */
  public Commands(Speaker speaker, Supplier<Optional<Json.Obj>> doctor) {
    this.speaker = speaker;
    this.doctor = doctor;
  }

  public Json answer(Fields question) throws CodecException, Refusal {
    try {
      var what = question.text("do");
      return switch (what) {
        case "status" -> speaker.status().withLeds(speaker.leds()).toJson();
        case "send" -> Json.of(speaker.send(message(question.text("message"))));
        case "button" -> Json.of(speaker.button(question.text("name"), question.truth("pressed")));
        case "mute" -> Json.of(speaker.mute(question.truth("on")));
        case "doctor" ->
            doctor
                .get()
                .orElseThrow(() ->
                    new Refusal("another 'doctor' is checking the devices; try again in a minute"));
        case "fault" -> Json.of(FaultWords.inject(question, speaker));
        case "link" -> Json.of(speaker.link(question.truth("joined")));
        default ->
            throw new Refusal(
                "unknown request '" + what + "'; restart the agent, which may be an older version");
      };
    } catch (TimeoutException e) {
      throw new Refusal(String.valueOf(e.getMessage()));
    }
  }

  private static byte[] message(String base64) throws Refusal {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw new Refusal("the message arrived incomplete; send it again");
    }
  }
}
