package dev.deviceagent.agent;

import dev.deviceagent.agent.actuators.DeviceActuators;
import dev.deviceagent.agent.actuators.LastActs;
import dev.deviceagent.agent.actuators.Screens;
import dev.deviceagent.agent.alarms.AlarmBook;
import dev.deviceagent.agent.config.Config;
import dev.deviceagent.agent.config.Sentences;
import dev.deviceagent.agent.control.Commands;
import dev.deviceagent.agent.control.Speaker;
import dev.deviceagent.agent.core.Core;
import dev.deviceagent.agent.core.Input;
import dev.deviceagent.agent.diagnosis.Doctor;
import dev.deviceagent.agent.link.BridgeServer;
import dev.deviceagent.agent.link.ControlServer;
import dev.deviceagent.agent.link.PretendBridge;
import dev.deviceagent.agent.page.PageServer;
import dev.deviceagent.agent.runtime.Heartbeat;
import dev.deviceagent.agent.runtime.Inbox;
import dev.deviceagent.agent.runtime.Loop;
import dev.deviceagent.agent.runtime.Threads;
import dev.deviceagent.agent.runtime.Watchdog;
import dev.deviceagent.agent.storage.Memory;
import dev.deviceagent.agent.storage.Store;
import dev.deviceagent.agent.systemd.Service;
import dev.deviceagent.agent.tools.Tools;
import dev.deviceagent.agent.traffic.TrafficListener;
import dev.deviceagent.codec.Json;
import dev.deviceagent.codec.dialects.Dialects;
import dev.deviceagent.hal.Board;
import dev.deviceagent.hal.HalException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/** The whole device: creates the parts, starts their threads and stops them. */
public final class Agent implements AutoCloseable {
  // Shutdown takes at most two seconds: the core gives up on a dead device after 1.2 s.
  private static final Duration CORE_ENDS = Duration.ofMillis(1300);
  private static final Duration DEVICE_ENDS = Duration.ofMillis(150);

  private final Config config;
  private final Board board;
  private final Threads threads;
  private final TrafficListener listener;
  private final Service service;
  private final Inbox inbox = new Inbox();
  private final Doctor doctor = new Doctor();
  private final Memory memory;
  private final Speaker speaker;
  private final @Nullable LinkSwitch linkSwitch;
  private final BridgeServer bridge;
  private final ControlServer control;
  private final @Nullable PageServer page;
  private final Screens screens;
  private final DeviceActuators actuators;
  private final Core core;
  private @Nullable Thread loop;

  /**
   * Takes the board and listens on both sockets. Nothing moves before {@link #start}.
   *
   * @param threads starts the agent's threads; a bug in one of them ends the process
   * @throws IOException if a socket cannot be opened; the message says what to do
   */
  public Agent(
      Config config, Board board, TrafficListener listener, Service service, Threads threads)
      throws IOException {
    this.config = config;
    this.board = board;
    this.service = service;
    this.threads = threads;
    Consumer<Input> heard = this::accept;
    var dialects = Dialects.of(config.identity());
    var store = new Store(config.stateDirectory());
    memory = new Memory(store, board.lights(), inbox, threads);
    var linkSwitch =
        board.simulator().isPresent() ? new LinkSwitch(heard, () -> pretendBridge(dialects)) : null;
    this.linkSwitch = linkSwitch;
    bridge =
        new BridgeServer(
            config.link().socket(),
            config.link().longestFrameBytes(),
            dialects,
            linkSwitch == null ? heard : linkSwitch,
            memory::mark,
            linkSwitch == null ? () -> false : linkSwitch::giveWay,
            threads);
    screens = new Screens(board, config.lights().theme(), config.lights().quiet());
    speaker =
        new RunningSpeaker(
            board,
            dialects,
            config.link().longestFrameBytes() - 1, // a frame also holds its kind
            screens,
            linkSwitch,
            heard,
            this::observeAgain);
    control = control();
    page = page();
    this.listener = page == null ? listener : listener.and(page);
    actuators =
        new DeviceActuators(
            board, inbox, bridge, screens, memory, this.listener, service.notifier(), threads);
    core =
        new Core(
            config,
            dialects,
            new Tools(
                board,
                config.aliases(),
                new AlarmBook(Clock.system(ZoneId.systemDefault()), store.alarms())),
            Sentences.load(config.language(), config.directory()),
            store.isMuted(),
            store.isTalkOpen(),
            actuators);
  }

  private PretendBridge pretendBridge(Dialects dialects) throws IOException {
    var link = config.link();
    return new PretendBridge(link.socket(), dialects, dialects.get(link.dialect()), threads);
  }

  private ControlServer control() throws IOException {
    try {
      return new ControlServer(
          config.controlSocket(),
          config.link().longestFrameBytes(),
          new Commands(speaker, this::examination)::answer,
          threads);
    } catch (IOException e) {
      bridge.close();
      throw e;
    }
  }

  /**
   * Starts the page. If the page cannot be opened, logs the reason; the speaker runs without it.
   */
  private @Nullable PageServer page() {
    var listen = config.page().listen();
    if (listen == null) {
      return null;
    }
    boolean isAllowed = config.page().allows(board.simulator().isPresent());
    try {
      return new PageServer(config.page(), listen, isAllowed, speaker, threads);
    } catch (IOException e) {
      Logger.error("the page cannot be served: {}", e.getMessage());
      return null;
    }
  }

  /**
   * Starts every thread. Afterwards the board is ready, the microphone is shut and the link is
   * open.
   */
  public void start() throws HalException {
    if (service.crashCleanup() != null) {
      service.crashCleanup().write(board.diagnostics().crashCleanup());
    }
    screens.start(threads);
    loop = threads.platform("core", new Loop(core, inbox, watchdog()));
    board.listen((button, closed, at) -> inbox.accept(new Input.Edge(button, closed, at)));
    inbox.accept(new Input.Ready());
    actuators.restoreAndObserve();
    bridge.start();
    control.start();
    Logger.info("ready: board {}, bridge {}", board.name(), config.link().socket());
    if (page != null) {
      page.start();
      Logger.info("page: {}", page.address());
    }
  }

  /** Watches the heartbeat of every other thread. The core's own thread notifies systemd. */
  private Watchdog watchdog() {
    var heartbeats = new ArrayList<Heartbeat>(actuators.heartbeats());
    heartbeats.addAll(screens.heartbeats());
    return new Watchdog(service.notifier().watchdog(), heartbeats, service.notifier()::alive);
  }

  private Optional<Json.Obj> examination() {
    return doctor.examine(board, config, threads).map(findings -> Doctor.toJson(board, findings));
  }

  /** The interface that the commands and the page call. */
  public Speaker speaker() {
    return speaker;
  }

  /** The address of the page, or null if there is no page. */
  public @Nullable String pageAddress() {
    return page == null ? null : page.address();
  }

  /**
   * Connects a pretend cloud as soon as no bridge is connected; blocks until then. It stays until
   * another bridge connects. Does nothing on a real board.
   *
   * @throws IOException if the agent is shutting down
   */
  public void joinPretendCloud() throws IOException, InterruptedException {
    if (linkSwitch != null) {
      linkSwitch.join();
    }
  }

  /** Hands the core an input: one from the link, or one injected as if the link had brought it. */
  private void accept(Input input) {
    listener.in(input);
    inbox.accept(input);
  }

  private void observeAgain() {
    actuators.observe();
  }

  /**
   * Stops the agent: shuts the microphone, notifies the cloud, turns the lights off and removes the
   * sockets. Takes at most two seconds, even if a device no longer answers.
   */
  @Override
  public void close() {
    service.notifier().ending();
    var last = new LastActs(board, threads, DEVICE_ENDS);
    if (loop != null && loop.isAlive()) {
      inbox.accept(new Input.Stop());
      LastActs.join(loop, CORE_ENDS);
    }
    boolean isShut = last.shutMicrophone();
    last.unduckPlayer();
    screens.close().forEach(painter -> LastActs.join(painter, DEVICE_ENDS));
    bridge.close(); // learns which end of a talk the bridge has read
    memory.finish(DEVICE_ENDS);
    control.close();
    if (page != null) {
      page.close();
    }
    board.close();
    if (!isShut) {
      Logger.error("cannot confirm that the microphone is shut; the crash cleanup will shut it");
    } else if (service.crashCleanup() != null) {
      service.crashCleanup().remove();
    }
    Logger.info("ended");
  }
}
