package dev.deviceagent.agent.core;

import dev.deviceagent.agent.core.BouncingContact.Verdict;
import dev.deviceagent.agent.runtime.Threads;
import dev.deviceagent.hal.linux.LinuxBoard;
import dev.deviceagent.hal.linux.profile.BoardProfile;
import dev.deviceagent.hal.linux.profile.BoardProfile.Button;
import dev.deviceagent.hal.linux.profile.BoardProfile.Pull;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Random bounces on many lines of the kernel's gpio-sim in parallel, through the real driver and
 * the real {@link Debounce}. Checks that each press and each release is reported once, and that all
 * those edges leave no memory behind. Not a unit test: {@code deploy/kernel/check} runs it.
 *
 * <p>The main thread moves the contacts. The thread {@code core} has one short inbox for all edges,
 * and ticks when the inbox is empty, as the agent's loop does.
 */
public final class BounceTrains {
  private static final int INBOX = 64;
  private static final int WRONG_MOST = 10;
  private static final long MEGABYTE = 1 << 20;

  /** Normal variation; 16 bytes kept from each of a million edges would be 16 MB. */
  private static final long GROWTH_MOST = 5 * MEGABYTE;

  private record Edge(BouncingContact contact, boolean closed, long atNanos) {}

  private record Memory(long heapBytes, long residentBytes) {
    static Memory now() throws IOException {
      System.gc();
      var runtime = Runtime.getRuntime();
      long heap = runtime.totalMemory() - runtime.freeMemory();
      // proc_pid_status(5): "VmRSS:     12345 kB"
      for (var line : Files.readAllLines(Path.of("/proc/self/status"))) {
        if (line.startsWith("VmRSS:")) {
          return new Memory(heap, Long.parseLong(line.replaceAll("\\D", "")) * 1024);
        }
      }
      throw new IOException("the kernel does not say how much memory is resident");
    }

    @Override
    public String toString() {
      return "heap %.1f MB, resident %.1f MB"
          .formatted((double) heapBytes / MEGABYTE, (double) residentBytes / MEGABYTE);
    }
  }

  private final List<BouncingContact> contacts = new ArrayList<>();
  private final BlockingQueue<Edge> inbox = new ArrayBlockingQueue<>(INBOX);
  private final AtomicLong edges = new AtomicLong();
  private final Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);

  /**
   * Exits with 0 if all pairs were right, with 1 if not, and with 3 if the machine was delayed too
   * often for a result.
   *
   * @param arguments the chip's label, its folder in sysfs, the number of lines, the number of
   *     pairs of a press and a release, and the first seed
   */
  public static void main(String[] arguments) throws IOException {
    var threads = new Threads(BounceTrains::bug);
    int lines = Integer.parseInt(arguments[2]);
    var buttons = new LinkedHashMap<String, Button>();
    for (int line = 0; line < lines; line++) {
      buttons.put(String.valueOf(line), new Button(line, true, Pull.UP));
    }
    var profile =
        new BoardProfile(
            "trains",
            List.of(arguments[0]),
            buttons,
            new LinkedHashMap<>(),
            null,
            null,
            null,
            null,
            null,
            null,
            null);
    var trains = new BounceTrains();
    for (int line = 0; line < lines; line++) {
      trains.contacts.add(new BouncingContact(Path.of(arguments[1], "sim_gpio" + line)));
    }
    int code;
    try (var board = new LinuxBoard(profile, threads.factory("button"), Path.of("."))) {
      threads.platform("core", trains::core);
      board.listen(trains::told);
      code = trains.run(Integer.parseInt(arguments[3]), Long.parseLong(arguments[4]));
    }
    System.exit(code);
  }

  private static void bug(Throwable bug) {
    bug.printStackTrace();
    System.exit(2);
  }

  private void told(String button, boolean closed, long atNanos) {
    try {
      inbox.put(new Edge(contacts.get(Integer.parseInt(button)), closed, atNanos));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // never interrupted
    }
  }

  /** As the agent's {@code Loop}: handles one edge at a time, and ticks when no edge waits. */
  private void core() {
    try {
      while (true) {
        var edge = inbox.poll();
        if (edge == null) {
          edge = inbox.poll(untilDeadline(), TimeUnit.NANOSECONDS);
        }
        if (edge != null) {
          edges.incrementAndGet();
          edge.contact.hear(edge.closed, edge.atNanos);
        } else {
          long now = System.nanoTime();
          contacts.forEach(contact -> contact.tick(now));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // never interrupted
    }
  }

  private long untilDeadline() {
    long deadline = Long.MAX_VALUE;
    for (var contact : contacts) {
      deadline = Math.min(deadline, contact.deadlineNanos());
    }
    return deadline == Long.MAX_VALUE ? deadline : Math.max(deadline - System.nanoTime(), 0);
  }

  /** Presses and releases until this number of pairs is right. */
  private int run(int pairs, long firstSeed) throws IOException {
    long started = System.nanoTime();
    long seed = firstSeed;
    var before = new Memory(0, 0);
    var waiting = new PriorityQueue<>(Comparator.comparingLong(BouncingContact::dueNanos));
    for (var contact : contacts) {
      contact.begin(seed++, started);
      waiting.add(contact);
    }
    long now = started; // read rarely: in this kernel it costs as much as a write
    while (count(Verdict.RIGHT) < pairs
        && count(Verdict.WRONG) < WRONG_MOST
        && count(Verdict.HELD_UP) <= pairs) {
      var contact = waiting.element();
      if (contact.dueNanos() > now) {
        LockSupport.parkNanos(contact.dueNanos() - now);
        now = System.nanoTime();
        continue;
      }
      waiting.remove();
      var verdict = contact.move(now);
      if (verdict.isPresent()) {
        verdicts.merge(verdict.get(), 1, Integer::sum);
        if (verdict.get() == Verdict.WRONG) {
          System.out.println(contact);
        }
        contact.begin(seed++, now);
        if (before.residentBytes == 0 && count(Verdict.RIGHT) >= pairs / 10) {
          before = Memory.now();
          System.out.println("at 10 %: " + edges + " edges, " + before);
        }
      }
      waiting.add(contact);
    }
    var after = Memory.now();
    System.out.println("at 100 %: " + edges + " edges, " + after);
    System.out.printf(
        "%d presses and releases that bounced, on %d lines in %d s: %d were not one press and one"
            + " release; %d more were left out, as the machine was held up%n",
        count(Verdict.RIGHT) + count(Verdict.WRONG),
        contacts.size(),
        TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - started),
        count(Verdict.WRONG),
        count(Verdict.HELD_UP));
    if (count(Verdict.WRONG) > 0) {
      return 1;
    }
    if (count(Verdict.RIGHT) < pairs) {
      return 3;
    }
    return isFlat(before, after) ? 0 : 1;
  }

  private static boolean isFlat(Memory before, Memory after) {
    return after.heapBytes - before.heapBytes < GROWTH_MOST
        && after.residentBytes - before.residentBytes < GROWTH_MOST;
  }

  private int count(Verdict verdict) {
    return verdicts.getOrDefault(verdict, 0);
  }
}
