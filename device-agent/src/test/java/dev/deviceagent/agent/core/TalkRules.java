package dev.deviceagent.agent.core;

import dev.deviceagent.codec.Json;

/**
 * Checks the rules of a talk from outside, for a scenario whose microphone obeys without delay:
 * each start has one end, and the switch is open only when it is allowed to be. The check trusts
 * the core's mode, because any message may change it.
 */
final class TalkRules {
  private static final String NERTC_START = "{\"call\":\"nertc_ai_manual_start_listen\"}";
  private static final String NERTC_STOP = "{\"call\":\"nertc_ai_manual_stop_listen\"}";

  private final Scenario scenario;
  private boolean isTalkOpen;
  private boolean isOpen;
  private int read;

  TalkRules(Scenario scenario) {
    this.scenario = scenario;
  }

  /** Call between two steps. */
  void check() {
    readLog();
    boolean isAllowed =
        is("link", "joined")
            && !is("microphone", "mutedByOwner")
            && (!is("pushToTalk", "enabled") || is("pushToTalk", "talking"));
    demand(isAllowed || !scenario.actuators.isMicrophoneOpen, "the microphone is open");
    demand(scenario.core.deadlineNanos() > scenario.nanos(), "a deadline that has passed");
  }

  /** Call after the stop and its time limit. */
  void checkEnd() {
    readLog();
    demand(scenario.core.isOver(), "the end does not come");
    demand(!scenario.actuators.isMicrophoneOpen, "the microphone is open after the end");
    demand(!isTalkOpen || !is("link", "joined"), "a talk left open at the end");
  }

  private void readLog() {
    var log = scenario.actuators.log;
    for (; read < log.size(); read++) {
      var line = log.get(read);
      if (line.equals("mic open")) {
        isOpen = true;
      } else if (line.equals("mic shut")) {
        isOpen = false;
      } else if (line.equals(Scenario.START) || line.equals(NERTC_START)) {
        demand(!isTalkOpen, "a second start");
        isTalkOpen = true;
      } else if (line.equals(Scenario.FINISH)
          || line.equals(Scenario.CANCEL)
          || line.equals(NERTC_STOP)) {
        demand(isTalkOpen, "an end of no talk");
        demand(!isOpen, "the end of a talk before the microphone is shut");
        isTalkOpen = false;
      }
    }
  }

  private boolean is(String part, String member) {
    return scenario.status().get(part) instanceof Json.Obj object
        && Json.of(true).equals(object.get(member));
  }

  private static void demand(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise);
    }
  }
}
