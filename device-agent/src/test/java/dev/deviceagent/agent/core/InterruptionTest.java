package dev.deviceagent.agent.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A press while the AI speaks interrupts it once, in every dialect. */
class InterruptionTest {
  private static final String NERTC_START = call("nertc_ai_manual_start_listen");
  private static final String NERTC_STOP = call("nertc_ai_manual_stop_listen");
  private static final String NERTC_INTERRUPT = call("nertc_ai_manual_interrupt");
  private static final String VOLC_INTERRUPT = "ctrl {\"Command\":\"interrupt\"}";
  private static final String VOLC_FINISH = "ctrl {\"Command\":\"FinishSpeechRecognition\"}";

  private static String call(String function) {
    return "{\"call\":\"" + function + "\"}";
  }

  private static Scenario speaking(String dialect) {
    var scenario = Scenario.joined("link: {dialect: " + dialect + "}").hear(Heard.SPEECH_STARTED);
    scenario.said();
    return scenario;
  }

  @Test
  void nertcIsInterruptedBeforeItListens() {
    assertEquals(
        List.of(NERTC_INTERRUPT, NERTC_START, NERTC_STOP), speaking("nertc").hold(700).said());
  }

  @Test
  void nertcIsInterruptedOnceByATap() {
    assertEquals(
        List.of(NERTC_INTERRUPT, NERTC_START, NERTC_STOP), speaking("nertc").hold(100).said());
  }

  @Test
  void aTapWhileNertcIsQuietIsCancelledByAnInterrupt() {
    var scenario = Scenario.joined("link: {dialect: nertc}");
    assertEquals(List.of(NERTC_START, NERTC_STOP, NERTC_INTERRUPT), scenario.hold(100).said());
  }

  @Test
  void volcengineIsInterruptedOnceByATap() {
    assertEquals(List.of(VOLC_INTERRUPT), speaking("volcengine").hold(100).said());
  }

  @Test
  void volcengineIsInterruptedOnceByATalk() {
    assertEquals(List.of(VOLC_INTERRUPT, VOLC_FINISH), speaking("volcengine").hold(700).said());
  }

  @Test
  void aTapOfVolcengineIsATalkThatHasEnded() {
    var scenario = Scenario.joined("link: {dialect: volcengine}").hold(100);
    assertEquals(
        List.of("START " + VOLC_INTERRUPT, "END without a message"), scenario.actuators.marked);
  }

  @Test
  void aiCallIsInterruptedOnceByATap() {
    assertEquals(
        List.of(Scenario.START, Scenario.CANCEL, Scenario.INTERRUPT),
        speaking("aicall").hold(100).said());
  }

  @Test
  void aiCallIsNotInterruptedByATalk() {
    assertEquals(List.of(Scenario.START, Scenario.FINISH), speaking("aicall").hold(700).said());
  }

  @Test
  void anAiThatBeginsDuringATapIsInterrupted() {
    for (var dialect : List.of("aicall", "nertc", "volcengine")) {
      var scenario = Scenario.joined("link: {dialect: " + dialect + "}");
      scenario.press().hear(Heard.SPEECH_STARTED).millis(100).said();
      var end = scenario.release().said();
      assertEquals(1, end.stream().filter(InterruptionTest::isInterrupt).count(), end.toString());
    }
  }

  private static boolean isInterrupt(String line) {
    return line.equals(NERTC_INTERRUPT)
        || line.equals(VOLC_INTERRUPT)
        || line.equals(Scenario.INTERRUPT);
  }
}
