package dev.deviceagent.agent.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deviceagent.agent.diagnosis.Selftest.Outcome;
import dev.deviceagent.agent.diagnosis.Selftest.Result;
import dev.deviceagent.hal.Fault;
import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.Light;
import dev.deviceagent.hal.sim.SimBoard;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SelftestTest {
  private final SimBoard board = new SimBoard(_ -> {});
  private final List<String> asked = new ArrayList<>();

  private List<Result> test(Optional<Boolean> answer) {
    var told = new ArrayList<Result>();
    var person =
        new Selftest.Person() {
          @Override
          public void tell(String what) {}

          @Override
          public Optional<Boolean> confirms(String question) {
            asked.add(question);
            return answer;
          }

          @Override
          public void look(Duration time) {}

          @Override
          public Duration patience() {
            return Duration.ofMillis(1);
          }
        };
    var results = new Selftest(board, person, told::add).run();
    assertEquals(results, told, "each result is passed on when its step ends");
    return results;
  }

  private static Outcome of(String name, List<Result> results) {
    return results.stream()
        .filter(result -> result.name().equals(name))
        .findFirst()
        .orElseThrow()
        .outcome();
  }

  @Test
  void aSpeakerThatIsWellPassesEveryStep() {
    var results = test(Optional.of(true));
    assertEquals(
        List.of(
            "strip",
            "display",
            "light.light",
            "volume",
            "battery",
            "player",
            "sound",
            "listen",
            "button.talk",
            "button.mute",
            "button.volume_up",
            "button.volume_down",
            "button.stop"),
        results.stream().map(Result::name).collect(Collectors.toList()));
    assertTrue(
        results.stream().allMatch(result -> result.outcome() == Outcome.PASSED),
        results.toString());
    assertEquals(3, asked.size(), "only what eyes are needed for is asked");
  }

  @Test
  void whatNobodySawHasNotFailedAndHasNotPassed() {
    var results = test(Optional.empty());
    assertEquals(Outcome.UNSEEN, of("strip", results));
    assertTrue(Selftest.isPassed(results));
  }

  @Test
  void whatThePersonDidNotSeeHasFailed() {
    var results = test(Optional.of(false));
    assertEquals(Outcome.FAILED, of("strip", results));
    assertFalse(Selftest.isPassed(results));
  }

  @ParameterizedTest
  @ValueSource(strings = {"volume", "battery", "player", "display"})
  void aDeviceThatIsGoneFailsItsOwnStepAndNoOther(String device) throws HalException {
    board.inject(device, Fault.absent());
    var failed =
        test(Optional.of(true)).stream()
            .filter(result -> result.outcome() == Outcome.FAILED)
            .map(Result::name)
            .filter(name -> !name.equals("sound")) // "sound" also needs the volume
            .toList();
    assertEquals(List.of(device), failed);
  }

  @Test
  void everythingIsAfterwardsAsItWasAndTheMicrophoneShut() throws HalException {
    var light = board.lights().sequencedValues().getFirst();
    var state = new Light.State(true, 30, light.state().colour());
    light.set(state);
    board.volume().orElseThrow().set(35);
    test(Optional.of(true));
    assertEquals(state, light.state());
    assertEquals(35, board.volume().orElseThrow().percent());
    assertFalse(board.microphone().orElseThrow().isOpen());
  }
}
