/** What is looked at, printed with the time, and counted. */
final class Checks {
  private final long start = System.nanoTime();
  private int passed;
  private int failed;
  private int skipped;

  void title(String what) {
    System.out.println();
    System.out.println(what);
  }

  void see(String what, Object wanted, Object seen) {
    boolean isRight = wanted.equals(seen);
    System.out.printf(
        "%s %5.1f s  %s: %s%s%n",
        isRight ? "ok    " : "WRONG ",
        (System.nanoTime() - start) / 1e9,
        what,
        seen,
        isRight ? "" : ", not " + wanted);
    if (isRight) {
      passed++;
    } else {
      failed++;
    }
  }

  /** Of a time, which is printed whether it is short enough or not. */
  void within(String what, double most, double seconds) {
    see("%s within %.2f s (%.3f s)".formatted(what, most, seconds), true, seconds <= most);
  }

  void note(String what) {
    System.out.println("               " + what);
  }

  void skip(String what, String because) {
    System.out.println("skip           " + what + ", because " + because);
    skipped++;
  }

  /** Prints the line that others read; whether nothing failed. */
  boolean end(String name) {
    System.out.printf("%s: %d passed, %d failed, %d skipped%n", name, passed, failed, skipped);
    return failed == 0;
  }
}
