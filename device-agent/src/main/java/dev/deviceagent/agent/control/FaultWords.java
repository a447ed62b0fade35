package dev.deviceagent.agent.control;

import dev.deviceagent.codec.CodecException;
import dev.deviceagent.codec.Fields;
import dev.deviceagent.hal.Fault;
import java.time.Duration;

/** The faults of simulated devices, as the control socket and the page name them. */
public final class FaultWords {
  private FaultWords() {}

  /**
   * Reads {@code {"device": …, "fault": "ok|fail|absent|slow", "millis": …}} and injects the fault.
   *
   * @return what was done, as text for a person
   * @throws CodecException if a member is missing or has the wrong type
   * @throws Refusal if the board is real, has no such device, or there is no such fault
   */
  public static String inject(Fields question, Speaker speaker) throws CodecException, Refusal {
    var faults = speaker.faults();
    var word = question.text("fault");
    var fault =
        switch (word) {
          case "ok" -> Fault.NONE;
          case "fail" -> Fault.failing();
          case "absent" -> Fault.absent();
          case "slow" -> Fault.slow(Duration.ofMillis(question.integer("millis")));
          default ->
              throw new Refusal("unknown fault '" + word + "': use ok, fail, absent or slow");
        };
    var device = question.text("device");
    faults.inject(device, fault);
    return device + " " + word;
  }

  /** The word for a fault. */
  public static String word(Fault fault) {
    return switch (fault.mode()) {
      case OK -> fault.delay().isZero() ? "ok" : "slow";
      case FAIL -> "fail";
      case ABSENT -> "absent";
    };
  }
}
