package dev.deviceagent.agent.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.deviceagent.hal.Colour;
import dev.deviceagent.hal.Fault;
import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.Light;
import dev.deviceagent.hal.sim.SimBoard;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LightMemoryTest {
  private static final Light.State RED = new Light.State(true, 40, Colour.of(0xFF0000));

  @TempDir Path folder;

  private LightMemory memory(SequencedMap<String, Light> lights) {
    return new LightMemory(new Store(folder), lights);
  }

  /** A lamp that begins off. */
  private static final class Lamp implements Light {
    private final boolean dimmable;
    private final Start start;
    private State state;

    Lamp(boolean dimmable, Start start) {
      this.dimmable = dimmable;
      this.start = start;
      this.state = new State(false, dimmable ? 100 : null, null);
    }

    @Override
    public String where() {
      return "test";
    }

    @Override
    public Start start() {
      return start;
    }

    @Override
    public boolean isDimmable() {
      return dimmable;
    }

    @Override
    public boolean isColoured() {
      return false;
    }

    @Override
    public State state() {
      return state;
    }

    @Override
    public void set(State state) {
      this.state = state;
    }
  }

  private static SequencedMap<String, Light> lights(Light light) {
    return new LinkedHashMap<>(Map.of("light", light));
  }

  private static Light.@Nullable State after(LightMemory memory, Light light) throws HalException {
    memory.restore();
    return light.state();
  }

  @Test
  void aLightIsAsItWasAfterARestart() throws HalException {
    memory(new SimBoard().lights()).keep(Map.of("light", RED));
    var fresh = new SimBoard();
    memory(fresh.lights()).restore();
    assertEquals(RED, fresh.lights().sequencedValues().getFirst().state());
  }

  @Test
  void whatIsKeptOfAnotherLampIsTakenAsFarAsThisOneCan() throws HalException {
    memory(new SimBoard().lights()).keep(Map.of("light", RED));
    var plain = new Lamp(false, Light.Start.LAST);
    assertEquals(new Light.State(true, null, null), after(memory(lights(plain)), plain));
  }

  @Test
  void aLightThatIsToBeginOnOrOffDoes() throws HalException {
    memory(new SimBoard().lights()).keep(Map.of("light", RED));
    var off = new Lamp(true, Light.Start.OFF);
    assertEquals(new Light.State(false, 100, null), after(memory(lights(off)), off));
    var on = new Lamp(true, Light.Start.ON);
    assertEquals(new Light.State(true, 100, null), after(memory(lights(on)), on));
  }

  @Test
  void whatIsSpoiltIsNotUsed() throws Exception {
    for (var text : new String[] {"{", "[]", "{\"light\":{\"on\":\"perhaps\"}}", "\u0000"}) {
      Files.writeString(folder.resolve("lights"), text);
      var lamp = new Lamp(true, Light.Start.LAST);
      assertEquals(new Light.State(false, 100, null), after(memory(lights(lamp)), lamp), text);
    }
  }

  @Test
  void oneThatIsGoneDoesNotKeepTheOthersFromBeingRestored() throws HalException {
    var board = new SimBoard();
    board.inject("light", Fault.absent());
    var lamp = new Lamp(true, Light.Start.ON);
    var both = new LinkedHashMap<String, Light>(board.lights());
    both.put("lamp", lamp);
    memory(both).restore();
    assertEquals(new Light.State(true, 100, null), lamp.state());
  }
}
