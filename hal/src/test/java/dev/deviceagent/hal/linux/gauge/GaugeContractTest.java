package dev.deviceagent.hal.linux.gauge;

import dev.deviceagent.hal.Battery;
import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.HalException.Kind;
import dev.deviceagent.hal.contract.BatteryContract;
import dev.deviceagent.hal.linux.bus.I2cPort;
import dev.deviceagent.hal.linux.profile.BoardProfile.Cells;
import dev.deviceagent.hal.linux.profile.BoardProfile.I2cGauge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** Every gauge keeps the contract. */
class GaugeContractTest {
  @TempDir Path folder;

  @Nested
  class OfTheKernel implements BatteryContract {
    private Path battery = Path.of("");

    @BeforeEach
    void battery() throws IOException {
      battery = Files.createDirectories(folder.resolve("bat"));
      Files.writeString(battery.resolve("type"), "Battery\n");
      Files.writeString(battery.resolve("capacity"), "55\n");
    }

    @Override
    public Battery device() {
      return new SysfsBattery(folder);
    }

    @Override
    public void unplug() throws IOException {
      Files.move(battery, folder.resolveSibling("taken-" + folder.getFileName()));
    }

    @Override
    public void plugIn() throws IOException {
      Files.move(folder.resolveSibling("taken-" + folder.getFileName()), battery);
    }
  }

  /** A chip whose registers all read the same two bytes. */
  abstract static class Chip implements BatteryContract {
    private final Battery battery;
    private boolean isThere = true;

    Chip(I2cGauge.Kind kind, int bytes) {
      var port =
          new I2cPort() {
            @Override
            public String where() {
              return "/dev/i2c-1 address 0x36";
            }

            @Override
            public void write(byte... out) throws HalException {
              check();
            }

            @Override
            public byte[] read(int register, int count) throws HalException {
              check();
              var read = new byte[count];
              for (int i = 0; i < count; i++) {
                read[i] = (byte) (i % 2 == 0 ? bytes >> 8 : bytes);
              }
              return read;
            }

            private void check() throws HalException {
              if (!isThere) {
                throw new HalException(Kind.ABSENT, where(), "no chip answers", "check wires");
              }
            }
          };
      battery = new I2cBattery(new I2cGauge(kind, 1, 0x36, new Cells(6000, 8400)), port);
    }

    @Override
    public Battery device() {
      return battery;
    }

    @Override
    public void unplug() {
      isThere = false;
    }

    @Override
    public void plugIn() {
      isThere = true;
    }
  }

  @Nested
  class OfMax17048 extends Chip {
    OfMax17048() {
      super(I2cGauge.Kind.MAX17048, 0x4000); // 64 %
    }
  }

  @Nested
  class OfIna219 extends Chip {
    OfIna219() {
      super(I2cGauge.Kind.INA219, 1800 << 3); // 7.2 V
    }
  }

  @Nested
  class OfPiSugar3 extends Chip {
    OfPiSugar3() {
      super(I2cGauge.Kind.PISUGAR3, 0x4040);
    }
  }
}
