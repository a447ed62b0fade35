package dev.deviceagent.agent.diagnosis;

import dev.deviceagent.codec.Json;
import dev.deviceagent.hal.Board;
import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.Light;
import dev.deviceagent.hal.Picture;
import dev.deviceagent.hal.Strip;
import dev.deviceagent.hal.Volume;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Operates every part of a speaker and checks the result. Asks a person about what only eyes can
 * judge. Needs exclusive use of the board, and restores its state.
 */
public final class Selftest {
  private static final Duration A_LOOK = Duration.ofMillis(150);

  /**
   * The largest allowed difference between set and read volume: the coarsest mixers have 16 steps.
   */
  private static final int VOLUME_STEP = 7;

  private final Board board;
  private final Person person;
  private final Consumer<Result> told;
  private final List<Result> results = new ArrayList<>();
  private final BlockingQueue<Press> presses = new LinkedBlockingQueue<>();

  private record Press(String button, boolean pressed) {}

  /** How a step ended. */
  public enum Outcome {
    PASSED,
    FAILED,
    /** The device followed the command, and no person confirmed how it looked. */
    UNSEEN
  }

  /** One step, and what was observed. */
  public record Result(String name, Outcome outcome, String seen) {
    Json.Obj toJson() {
      return Json.object()
          .with("name", name)
          .with("outcome", outcome.name().toLowerCase(Locale.ROOT))
          .with("seen", seen);
    }
  }

  /** The person in front of the speaker, if there is one. */
  public interface Person {
    void tell(String what);

    /** The person's answer; empty if there is no person. */
    Optional<Boolean> confirms(String question);

    /** Waits while the person looks. */
    void look(Duration time);

    /** How long to wait for a button press; zero if there is no person. */
    Duration patience();
  }

  private interface Step {
    /** What was observed, and whether a person needs to confirm it. */
    Seen observe() throws HalException;
  }

  /**
   * @param question null if no person is needed
   */
  private record Seen(String what, @Nullable String question) {
    static Seen proved(String what) {
      return new Seen(what, null);
    }
  }

  /**
   * @param told receives each result when its step ends
   */
  public Selftest(Board board, Person person, Consumer<Result> told) {
    this.board = board;
    this.person = person;
    this.told = told;
  }

  /** All results, as {@code selftest --json} prints them. */
  public static Json.Obj toJson(Board board, List<Result> results) {
    return Json.object()
        .with("board", board.name())
        .with("passed", isPassed(results))
        .with("results", results.stream().map(Result::toJson).toList());
  }

  public static boolean isPassed(List<Result> results) {
    return results.stream().noneMatch(result -> result.outcome() == Outcome.FAILED);
  }

  /** Runs all steps in order. */
  public List<Result> run() {
    board.strip().ifPresent(strip -> step("strip", () -> walk(strip)));
    board
        .display()
        .ifPresent(screen ->
            step(
                "display",
                () -> {
                  screen.show(chequered(screen.width(), screen.height()));
                  var seen = new Seen("shown", "does the screen show a chessboard?");
                  person.look(A_LOOK);
                  return seen;
                }));
    board.lights().forEach((name, light) -> step("light." + name, () -> blink(name, light)));
    board.volume().ifPresent(volume -> step("volume", () -> climb(volume)));
    board
        .battery()
        .ifPresent(battery ->
            step(
                "battery",
                () -> {
                  var charge = battery.charge();
                  return Seen.proved(
                      (charge.percent() == null ? "unknown" : charge.percent() + "%")
                          + (Boolean.TRUE.equals(charge.charging()) ? ", charging" : ""));
                }));
    board
        .player()
        .ifPresent(player ->
            step(
                "player",
                () -> Seen.proved(player.playback().mode().name().toLowerCase(Locale.ROOT))));
    board
        .audio()
        .ifPresent(audio -> step("sound", () -> Seen.proved(new Hearing(board, audio).listen())));
    step(
        "listen",
        () -> {
          board.listen((button, pressed, _) -> presses.add(new Press(button, pressed)));
          return Seen.proved("to " + String.join(", ", board.buttons()));
        });
    board.buttons().forEach(name -> step("button." + name, () -> press(name)));
    return List.copyOf(results);
  }

  private void step(String name, Step step) {
    Result result;
    try {
      var seen = step.observe();
      var answer = seen.question() == null ? null : person.confirms(seen.question());
      result =
          answer == null
              ? new Result(name, Outcome.PASSED, seen.what())
              : answer
                  .map(yes ->
                      new Result(
                          name,
                          yes ? Outcome.PASSED : Outcome.FAILED,
                          seen.what() + (yes ? ", confirmed" : ", not seen")))
                  .orElse(new Result(name, Outcome.UNSEEN, seen.what() + ", not confirmed"));
    } catch (HalException e) {
      result = new Result(name, Outcome.FAILED, e.getMessage());
    }
    results.add(result);
    told.accept(result);
  }

  /** Each pixel in turn is red, green, blue and white. */
  private Seen walk(Strip strip) throws HalException {
    person.tell(
        "each of the " + strip.pixels() + " pixels shows red, green, blue and white in turn");
    for (int pixel = 0; pixel < strip.pixels(); pixel++) {
      for (int rgb : new int[] {0xFF0000, 0x00FF00, 0x0000FF, 0xFFFFFF}) {
        var picture = new int[strip.pixels()];
        picture[pixel] = rgb;
        strip.show(picture);
        person.look(A_LOOK);
      }
    }
    strip.show(new int[strip.pixels()]);
    return new Seen(
        strip.pixels() + " pixels shown", "did every pixel light up, from the first to the last?");
  }

  private static Picture chequered(int width, int height) {
    var picture = new Picture(width, height);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        picture.set(x, y, (x / 8 + y / 8) % 2 == 0);
      }
    }
    return picture;
  }

  private Seen blink(String name, Light light) throws HalException {
    var before = light.state();
    light.set(new Light.State(true, before.brightnessPercent(), before.colour()));
    boolean isLit = light.state().on();
    person.look(A_LOOK.multipliedBy(4));
    light.set(new Light.State(false, before.brightnessPercent(), before.colour()));
    boolean isDark = !light.state().on();
    light.set(before);
    if (!isLit || !isDark) {
      throw failed(light.where(), "command accepted, state unchanged");
    }
    return new Seen("on and off, read back", "was '" + name + "' lit?");
  }

  private static Seen climb(Volume volume) throws HalException {
    int before = volume.percent();
    var read = new ArrayList<String>();
    for (int percent : new int[] {0, 25, 50, 75, 100}) {
      volume.set(percent);
      int now = volume.percent();
      read.add(String.valueOf(now));
      if (Math.abs(now - percent) > VOLUME_STEP) {
        volume.set(before);
        throw failed(volume.where(), "was set to " + percent + ", reads back " + now);
      }
    }
    volume.set(before);
    return Seen.proved("set to 0, 25, 50, 75, 100; reads back " + String.join(", ", read));
  }

  private Seen press(String name) throws HalException {
    presses.clear();
    var device = board.devices().get("button." + name);
    if (device != null) {
      device.probe();
    }
    var simulator = board.simulator();
    if (simulator.isPresent()) {
      simulator.get().press(name, true);
      simulator.get().press(name, false);
    } else if (person.patience().isZero()) {
      return new Seen("can be read", "does the button '" + name + "' work?");
    } else {
      person.tell("press and release the button '" + name + "'");
    }
    var patience = person.patience();
    if (!await(name, true, patience) || !await(name, false, patience)) {
      throw failed("button " + name, "no press within " + patience.toSeconds() + " s");
    }
    return Seen.proved(
        simulator.isPresent() ? "pressed and released, simulated" : "pressed and released");
  }

  private boolean await(String name, boolean pressed, Duration patience) {
    try {
      Press press;
      do {
        press = presses.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
      } while (press != null && !press.equals(new Press(name, pressed)));
      return press != null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  static HalException failed(String where, String problem) {
    return new HalException(
        HalException.Kind.FAILED, where, problem, "run 'device-agent doctor' and check the wiring");
  }
}
