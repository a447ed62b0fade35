import java.util.ArrayList;
import java.util.List;

/**
 * Prints each check with its time, and counts it. The checks of each part are known before it runs.
 * Those that it does not reach count as failed, so each run has the same number of checks.
 */
final class Checks {
  /** The check that each part has in addition to those of the plan. */
  private static final String END = "the part runs to its end";

  private final Plan plan;
  private final long start = System.nanoTime();

  /** The checks of the running part that are still to run. */
  private final List<String> due = new ArrayList<>();

  private int passed;
  private int failed;
  private int skipped;
  private int failedBefore;

  Checks(Plan plan) {
    this.plan = plan;
  }

  /** Begins a part. */
  void begin(String part) {
    System.out.println();
    System.out.println(part);
    due.clear();
    due.addAll(plan.checks(part));
    due.add(END);
    failedBefore = failed;
  }

  /**
   * Ends the part.
   *
   * @param cause what ended it early, or null
   * @return whether none of its checks has failed
   */
  boolean end(Throwable cause) {
    if (cause == null) {
      see(END, true, true);
    } else {
      due.remove(END);
      count(false, END + ": " + cause);
      cause.printStackTrace(System.out);
    }
    for (var name : due) {
      count(false, name + ": it did not run");
    }
    return failed == failedBefore;
  }

  /** Skips a whole part. */
  void skipPart(String part, String because) {
    begin(part);
    for (var name : List.copyOf(due)) {
      skip(name, because);
    }
  }

  void see(String what, Object wanted, Object seen) {
    boolean isRight = wanted.equals(seen);
    boolean isPlanned = due.remove(what);
    count(
        isRight && isPlanned,
        "%s: %s%s%s"
            .formatted(
                what,
                seen,
                isRight ? "" : ", not " + wanted,
                isPlanned ? "" : ", and deploy/pi/checks does not name it in this part"));
  }

  private void count(boolean isGood, String line) {
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf("%s %5.1f s  %s%n", isGood ? "ok    " : "WRONG ", seconds, line);
    if (isGood) {
      passed++;
    } else {
      failed++;
    }
  }

  void note(String what) {
    System.out.println("               " + what);
  }

  void skip(String what, String because) {
    due.remove(what);
    System.out.println("skip           " + what + ", because " + because);
    skipped++;
  }

  /** Prints the line with the counts, which scripts read. Returns whether nothing failed. */
  boolean sum(String name) {
    System.out.println();
    System.out.printf("%s: %d passed, %d failed, %d skipped%n", name, passed, failed, skipped);
    return failed == 0;
  }
}
