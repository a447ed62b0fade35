package dev.deviceagent.agent.core;

import dev.deviceagent.agent.core.RecordedActuators.Answer;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * One random event sequence for a speaker, and a separate model of the rules. The log of the
 * actuators also contains the external events, marked with "- ", so that the log alone explains a
 * failure.
 */
final class RandomWalk {
  private static final List<String> EVENTS =
      List.of(
          Heard.SPEECH_STARTED,
          Heard.SPEECH_STOPPED,
          Heard.INTERRUPTED,
          Heard.agentState(1),
          Heard.agentState(2),
          Heard.agentState(3),
          Heard.aiCall(1000, Heard.object("code", 4004)),
          Heard.custom("dinner is ready"),
          Heard.nertcTool(Heard.call("1", "ControlPlayback", Heard.object("action", "play"))),
          "{");

  private static final Answer[] ANSWERS = Answer.values();

  private final Random random;
  private final int steps;
  private final boolean isNatural;
  private final Scenario scenario;
  private boolean contact;
  private boolean hasBridge;
  private boolean isInRoom;
  private boolean hasLeft;
  private boolean isMuted;
  private boolean isPushToTalk;
  private boolean isStopped;
  private boolean wasBroken;
  private boolean isTalkOpen;
  private boolean isTalkSaid;
  private boolean wasAskedOpen;
  private boolean wasToldOpen;
  private int read;

  RandomWalk(long seed, int steps) {
    this.random = new Random(seed);
    this.steps = steps;
    isNatural = random.nextInt(5) == 0;
    isMuted = random.nextInt(8) == 0;
    isTalkOpen = random.nextInt(8) == 0;
    isPushToTalk = !isNatural;
    scenario =
        new Scenario("push_to_talk: {enabled: " + !isNatural + "}", isMuted, isTalkOpen).ready();
  }

  void go() {
    for (int step = 0; step < steps && !isStopped; step++) {
      step();
      check();
    }
    end();
  }

  private void step() {
    int dice = random.nextInt(100);
    if (dice < 30) {
      edges(1);
    } else if (dice < 33) {
      edges(2 + random.nextInt(5));
    } else if (dice < 43) {
      join();
    } else if (dice < 45) {
      leave();
    } else if (dice < 47) {
      bridgeGone();
    } else if (dice == 47 && random.nextInt(4) == 0) {
      note("the bridge does not read any more");
      scenario.actuators.isBridgeDeaf = true;
    } else if (dice < 50) {
      mode(random.nextInt(3) > 0);
    } else if (dice < 54) {
      mute(random.nextInt(3) == 0);
    } else if (dice < 62) {
      hear(EVENTS.get(random.nextInt(EVENTS.size())));
    } else if (dice < 67) {
      answer();
    } else if (dice < 72) {
      note("a microphone that is held does one move");
      scenario.actuators.moveOnce();
      scenario.accept(new Input.AskStatus(_ -> {}));
    } else if (dice < 99) {
      pass();
    } else if (random.nextInt(4) == 0) {
      note("stop");
      isStopped = true;
      scenario.stop();
    }
  }

  private void edges(int count) {
    for (int i = 0; i < count; i++) {
      contact = !contact;
      note(contact ? "closed" : "open");
      scenario.edge(contact).millis(random.nextInt(5));
      check();
    }
  }

  private void pass() {
    int[] times = {1, 30, 30, 100, 400, 499, 501, 600, 900, 1_000, 1_500, 61_000};
    int millis = times[random.nextInt(times.length)];
    note(millis + " ms");
    scenario.millis(millis);
  }

  private void join() {
    if (!hasBridge) {
      note("bridge");
      hasBridge = true;
      hasLeft = false;
      scenario.accept(new Input.BridgeCame(1));
    }
    if (random.nextBoolean()) {
      note("joined");
      enter();
      scenario.accept(new Input.Joined());
    }
  }

  private void enter() {
    if (!isInRoom) {
      isInRoom = true;
      isPushToTalk = !isNatural;
    }
  }

  private void leave() {
    if (hasBridge) {
      note("left");
      isInRoom = false;
      hasLeft = true;
      isTalkSaid = false;
      scenario.left();
    }
  }

  private void bridgeGone() {
    if (hasBridge) {
      note("bridge gone");
      isInRoom = false;
      hasBridge = false;
      wasToldOpen = false;
      isTalkSaid = false;
      scenario.bridgeGone();
    }
  }

  private void mode(boolean enabled) {
    if (hasBridge) {
      hear(Heard.SPEECH_STOPPED); // the first message also counts as joining
      check();
      note("1007 " + enabled);
      isPushToTalk = enabled;
      scenario.mode(enabled);
    }
  }

  private void hear(String text) {
    if (hasBridge) {
      note("hears " + text);
      if (!text.equals("{")) {
        arrive();
      }
      scenario.hear(text);
    }
  }

  /** A bridge that sends messages counts as joined, unless it has reported that it has left. */
  private void arrive() {
    if (!hasLeft) {
      enter();
    }
  }

  private void mute(boolean on) {
    note("mute " + (on ? "on" : "off"));
    isMuted = on;
    scenario.mute(on);
  }

  private void answer() {
    var answer = random.nextInt(3) > 0 ? Answer.AT_ONCE : ANSWERS[random.nextInt(ANSWERS.length)];
    if (random.nextInt(3) == 0) {
      note("disk " + answer);
      scenario.actuators.disk = answer;
      if (answer != Answer.HELD) {
        scenario.releaseDisk();
      }
    } else {
      note("microphone " + answer);
      scenario.microphone(answer);
      wasBroken |= answer == Answer.FAILING || answer == Answer.UNREADABLE;
      if (answer != Answer.HELD) {
        scenario.releaseMicrophone();
      }
    }
  }

  /** Checks the rules after every step, and all requests of that step. */
  private void check() {
    var log = scenario.actuators.log;
    for (; read < log.size(); read++) {
      var line = log.get(read);
      if (line.equals(Scenario.START)) {
        demand(!isTalkOpen, "a second 1106");
        demand(!isMuted && isInRoom, "1106 while muted or away");
        isTalkOpen = true;
        isTalkSaid = true;
      } else if (line.equals("lost " + Scenario.START)) {
        demand(!isMuted && isInRoom, "1106 while muted or away");
        isTalkSaid = true;
      } else if (line.equals("lost " + Scenario.FINISH) || line.equals("lost " + Scenario.CANCEL)) {
        demand(!wasAskedOpen, "the end of a talk before the microphone was to shut");
        isTalkSaid = false;
      } else if (line.equals(Scenario.FINISH) || line.equals(Scenario.CANCEL)) {
        demand(isTalkOpen, "an end of no talk");
        demand(!wasAskedOpen, "the end of a talk before the microphone was to shut");
        isTalkOpen = false;
        isTalkSaid = false;
      } else if (line.equals("ask open")) {
        demand(!isPushToTalk || isTalkSaid, "the microphone is to open outside a talk");
        demand(!isMuted, "the microphone is to open while muted");
        demand(isInRoom, "the microphone is ordered to open outside a room");
        demand(!isStopped, "the microphone is to open after the end");
        wasAskedOpen = true;
      } else if (line.equals("mic open")) {
        demand(!isPushToTalk || isTalkSaid, "the switch opened outside a talk");
        demand(!isMuted, "the switch opened while muted");
        demand(isInRoom && !isStopped, "the switch opened outside a room");
      } else if (line.equals("ask shut")) {
        demand(!wasToldOpen, "the bridge hears last that the microphone shuts");
        wasAskedOpen = false;
      } else if (line.equals(Scenario.TOLD_OPEN)) {
        demand(wasAskedOpen, "the bridge opens first");
        wasToldOpen = true;
      } else if (line.equals(Scenario.TOLD_MUTED)) {
        wasToldOpen = false;
      }
    }
    if (isMuted || !isInRoom || isStopped || (isPushToTalk && !isTalkSaid)) {
      demand(!wasAskedOpen, "the microphone was last asked to open");
      demand(!wasToldOpen, "the bridge was last told to open");
    }
  }

  /** Ends all faults: every talk gets its end, and the microphone returns to its correct state. */
  private void end() {
    note("all is well");
    scenario.actuators.disk = Answer.AT_ONCE;
    scenario.microphone(Answer.AT_ONCE).releaseMicrophone().releaseDisk();
    check();
    if (!isStopped) {
      if (contact) {
        edges(1);
      }
      if (!isInRoom || scenario.actuators.isBridgeDeaf) {
        bridgeGone();
        note("bridge and joined");
        hasBridge = true;
        enter();
        scenario.join();
      }
    }
    scenario.millis(3_000);
    check();
    demand(isStopped || !isTalkOpen, "a talk that is not ended");
    demand(!isStopped || scenario.core.isOver(), "an end that never comes");
    // After a stop, only the agent itself retries a broken switch, after everything else.
    if (isStopped ? !wasBroken : isPushToTalk || isMuted) {
      demand(!scenario.actuators.isMicrophoneOpen, "an open microphone");
    }
    if (isStopped && hasBridge && isInRoom && !scenario.actuators.isBridgeDeaf) {
      demand(!isTalkOpen, "a talk left open at the end");
    }
  }

  private static void demand(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise);
    }
  }

  private void note(String what) {
    scenario.actuators.log.add("- " + what);
  }

  int count(String line) {
    return Collections.frequency(scenario.actuators.log, line);
  }

  /** The last lines of the log. */
  String tail() {
    var log = scenario.actuators.log.stream().filter(line -> !line.startsWith("look ")).toList();
    return String.join("\n", log.subList(Math.max(0, log.size() - 60), log.size()));
  }
}
