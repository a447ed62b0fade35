package dev.deviceagent.agent.actuators;

import dev.deviceagent.agent.core.Input;
import dev.deviceagent.agent.runtime.Heartbeat;
import dev.deviceagent.agent.runtime.Inbox;
import dev.deviceagent.agent.runtime.Threads;
import dev.deviceagent.agent.runtime.Worker;
import dev.deviceagent.agent.tools.Lane;
import dev.deviceagent.agent.tools.LaneReader;
import dev.deviceagent.agent.tools.Plan;
import dev.deviceagent.agent.tools.Reading;
import dev.deviceagent.agent.tools.ToolFailure;
import dev.deviceagent.hal.Board;
import dev.deviceagent.hal.Chime;
import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.Player;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tinylog.Logger;

/**
 * The worker of each lane: whatever calls a device does so on its worker's thread. No method waits
 * for a device; results arrive in the inbox. {@link #observe} may be called by any thread, the
 * others by the core's only.
 */
final class Lanes {
  private static final int WAITING_MOST = 8;
  private static final int CHIMES_WAITING_MOST = 2;

  /** How often an idle device is read again: another program may have changed it. */
  private static final Duration OBSERVE_AGAIN = Duration.ofMinutes(1);

  private final Board board;
  private final Inbox inbox;
  private final Map<Lane, Worker> workers = new EnumMap<>(Lane.class);

  Lanes(Board board, Inbox inbox, Threads threads) {
    this.board = board;
    this.inbox = inbox;
    for (var lane : Lane.values()) {
      workers.put(lane, worker(lane, threads));
    }
  }

  private Worker worker(Lane lane, Threads threads) {
    int most = lane == Lane.CHIME ? CHIMES_WAITING_MOST : WAITING_MOST;
    return lane.isObserved()
        ? new Worker(lane.word(), most, () -> observe(lane), OBSERVE_AGAIN, threads)
        : Worker.plain(lane.word(), most, threads);
  }

  private Worker worker(Lane lane) {
    var worker = workers.get(lane);
    if (worker == null) {
      throw new IllegalStateException("no worker for the lane " + lane);
    }
    return worker;
  }

  /** The heartbeats of these threads; each job must end in this time. */
  List<Heartbeat> heartbeats(Duration patience) {
    return workers.values().stream().map(worker -> worker.heartbeat(patience)).toList();
  }

  /** Reads the state of every device; a busy device is read when its current jobs are done. */
  void observe() {
    workers.forEach((lane, worker) -> {
      if (lane.isObserved()) {
        worker.add(() -> observe(lane));
      }
    });
  }

  private void observe(Lane lane) {
    if (lane == Lane.BATTERY) {
      observePower();
    }
    try {
      LaneReader.ask(lane, board).ifPresent(seen -> inbox.accept(new Input.Seen(seen.reading())));
    } catch (HalException e) {
      Logger.debug("{}", e.getMessage());
      inbox.accept(new Input.Failed(lane, e.getMessage()));
    }
  }

  private void observePower() {
    try {
      if (board.power().isPresent()) {
        inbox.accept(new Input.Seen(new Reading.OfPower(board.power().get().supply())));
      }
    } catch (HalException e) {
      Logger.debug("{}", e.getMessage());
    }
  }

  /** Runs this on the thread of the lights. */
  void onLights(Runnable work) {
    worker(Lane.LIGHTS).add(work);
  }

  /**
   * Runs a plan. The answer is {@link Input.ToolDone} with this ticket.
   *
   * @return false if too many plans wait for that lane; then no answer follows
   */
  boolean run(long ticket, Plan plan) {
    Runnable work = () -> inbox.accept(act(ticket, plan.act()));
    Runnable ifDropped =
        plan.isDroppable() ? () -> inbox.acceptFromCore(interrupted(ticket)) : null;
    return worker(plan.lane()).add(new Worker.Job(work, ifDropped));
  }

  private Input.ToolDone act(long ticket, Plan.Act act) {
    try {
      return new Input.ToolDone(ticket, act.on(board), null);
    } catch (HalException e) {
      return new Input.ToolDone(ticket, null, ToolFailure.of(e));
    } catch (ToolFailure e) {
      return new Input.ToolDone(ticket, null, e);
    }
  }

  private static Input.ToolDone interrupted(long ticket) {
    return new Input.ToolDone(
        ticket,
        null,
        new ToolFailure(ToolFailure.Kind.INTERRUPTED, "dropped: the AI was interrupted"));
  }

  /** Drops droppable plans that still wait. Each is answered as interrupted. */
  void dropWaiting() {
    workers.values().forEach(worker -> worker.drop().forEach(Runnable::run));
  }

  /** Plays the chime, unless too many jobs wait for it. */
  void ring() {
    board.chime().ifPresent(chime -> worker(Lane.CHIME).add(() -> ring(chime)));
  }

  private static void ring(Chime chime) {
    try {
      chime.ring();
    } catch (HalException e) {
      Logger.warn("cannot play the chime: {}", e.getMessage());
    }
  }

  /** Ducks the player, or restores its volume. Only the newest order counts. */
  void duck(boolean softly) {
    board.player().ifPresent(player -> worker(Lane.PLAYBACK).replace(() -> duck(player, softly)));
  }

  private static void duck(Player player, boolean softly) {
    try {
      if (softly) {
        player.duck();
      } else {
        player.unduck();
      }
    } catch (HalException e) {
      Logger.debug("{}", e.getMessage()); // without a player there is nothing to duck
    }
  }
}
