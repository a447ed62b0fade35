package dev.deviceagent.machine.pi;

import java.io.IOException;

/** The machine's battery, from outside. Its gauge is memory that battery.c reads. */
final class GuestBattery {
  /** The address of the memory that {@code devicetree} reserves. */
  static final long PRESENT = 0x7f000000L;

  private static final long PERCENT = PRESENT + 4;
  private static final long STATUS = PRESENT + 8;

  private final Qtest qtest;

  /** States, with their numbers in the kernel's POWER_SUPPLY_STATUS. */
  enum Status {
    CHARGING(1),
    DISCHARGING(2);

    private final int number;

    Status(int number) {
      this.number = number;
    }
  }

  GuestBattery(Qtest qtest) {
    this.qtest = qtest;
  }

  void set(int percent, Status status) throws IOException {
    qtest.write(PERCENT, percent);
    qtest.write(STATUS, status.number);
    qtest.write(PRESENT, 1);
  }
}
