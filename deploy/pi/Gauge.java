import java.io.IOException;

/** The machine's battery, from outside. Its gauge is memory that battery.c reads. */
final class Gauge {
  /** The address of the memory that {@code devicetree} reserves. */
  static final long PRESENT = 0x7f000000L;

  private static final long PERCENT = PRESENT + 4;
  private static final long STATUS = PRESENT + 8;

  private final Qtest qtest;

  /** In the order of the kernel's POWER_SUPPLY_STATUS. */
  enum Status {
    UNKNOWN,
    CHARGING,
    DISCHARGING,
    NOT_CHARGING,
    FULL
  }

  Gauge(Qtest qtest) {
    this.qtest = qtest;
  }

  void set(int percent, Status status) throws IOException {
    qtest.write(PERCENT, percent);
    qtest.write(STATUS, status.ordinal());
    qtest.write(PRESENT, 1);
  }

  /** Takes the battery out. */
  void remove() throws IOException {
    qtest.write(PRESENT, 0);
  }
}
