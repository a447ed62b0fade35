package dev.deviceagent.hal.sim;

import dev.deviceagent.hal.Battery;
import dev.deviceagent.hal.Display;
import dev.deviceagent.hal.Fault;
import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.Light;
import dev.deviceagent.hal.Microphone;
import dev.deviceagent.hal.Player;
import dev.deviceagent.hal.Strip;
import dev.deviceagent.hal.Volume;
import dev.deviceagent.hal.contract.BatteryContract;
import dev.deviceagent.hal.contract.DisplayContract;
import dev.deviceagent.hal.contract.LightContract;
import dev.deviceagent.hal.contract.MicrophoneContract;
import dev.deviceagent.hal.contract.PlayerContract;
import dev.deviceagent.hal.contract.Pluggable;
import dev.deviceagent.hal.contract.StripContract;
import dev.deviceagent.hal.contract.VolumeContract;
import java.util.List;
import org.junit.jupiter.api.Nested;

/** The simulated devices keep the contracts of the real ones. */
class SimContractTest {
  private final SimBoard board = new SimBoard(_ -> {});

  abstract class Simulated implements Pluggable {
    abstract String name();

    @Override
    public void unplug() throws HalException {
      board.inject(name(), Fault.absent());
    }

    @Override
    public void plugIn() throws HalException {
      board.inject(name(), Fault.NONE);
    }
  }

  @Nested
  class OfVolume extends Simulated implements VolumeContract {
    @Override
    String name() {
      return "volume";
    }

    @Override
    public Volume device() {
      return board.volume().orElseThrow();
    }
  }

  @Nested
  class OfMicrophone extends Simulated implements MicrophoneContract {
    @Override
    String name() {
      return "microphone";
    }

    @Override
    public Microphone device() {
      return board.microphone().orElseThrow();
    }
  }

  @Nested
  class OfLight extends Simulated implements LightContract {
    @Override
    String name() {
      return "light";
    }

    @Override
    public Light device() {
      return board.lights().sequencedValues().getFirst();
    }
  }

  @Nested
  class OfStrip extends Simulated implements StripContract {
    @Override
    String name() {
      return "ring";
    }

    @Override
    public Strip device() {
      return board.strip().orElseThrow();
    }
  }

  @Nested
  class OfDisplay extends Simulated implements DisplayContract {
    @Override
    String name() {
      return "display";
    }

    @Override
    public Display device() {
      return board.display().orElseThrow();
    }
  }

  @Nested
  class OfBattery extends Simulated implements BatteryContract {
    @Override
    String name() {
      return "battery";
    }

    @Override
    public Battery device() {
      return board.battery().orElseThrow();
    }
  }

  @Nested
  class OfPlayer extends Simulated implements PlayerContract {
    @Override
    String name() {
      return "player";
    }

    @Override
    public Player device() {
      board.songs(List.of("a song"));
      return board.player().orElseThrow();
    }

    @Override
    public String song() {
      return "a song";
    }
  }
}
