package dev.deviceagent.agent;

import dev.deviceagent.agent.alarms.AlarmBook;
import dev.deviceagent.agent.config.Config;
import dev.deviceagent.agent.config.Sentences;
import dev.deviceagent.agent.core.Core;
import dev.deviceagent.agent.core.Input;
import dev.deviceagent.agent.link.Bridge;
import dev.deviceagent.agent.link.ControlServer;
import dev.deviceagent.agent.link.PretendBridge;
import dev.deviceagent.agent.page.PageServer;
import dev.deviceagent.agent.tools.Tools;
import dev.deviceagent.codec.dialects.Dialects;
import dev.deviceagent.hal.Board;
import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.sim.SimBoard;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
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
  private final Witness witness;
  private final Service service;
  private final Inbox inbox = new Inbox();
  private final Dialects dialects;
  private final Memory memory;
  private final Speaker speaker = new RunningSpeaker(this);
  private final @Nullable LinkSwitch linkSwitch;
  private final Bridge bridge;
  private final ControlServer control;
  private final @Nullable PageServer page;
  private final Screens screens;
  private final DeviceHands hands;
  private final Core core;
  private @Nullable Thread loop;

  /**
   * Takes the board and listens on both sockets. Nothing moves before {@link #start}.
   *
   * @param threads starts the agent's threads; a bug in one of them ends the process
   * @throws IOException if a socket cannot be opened; the message says what to do
   */
  public Agent(Config config, Board board, Witness witness, Service service, Threads threads)
      throws IOException {
    this.config = config;
    this.board = board;
    this.service = service;
    this.threads = threads;
    Consumer<Input> heard = this::accept;
    dialects = Dialects.of(config.identity());
    var store = new Store(config.stateDirectory());
    memory = new Memory(store, inbox, threads);
    linkSwitch =
        board instanceof SimBoard ? new LinkSwitch(heard, this::connectPretendBridge) : null;
    bridge =
        new Bridge(
            config.link().socket(),
            config.link().longestFrameBytes(),
            dialects,
            linkSwitch == null ? heard : linkSwitch,
            memory::mark,
            linkSwitch == null ? () -> false : linkSwitch::giveWay,
            threads);
    control = control();
    page = page();
    this.witness = page == null ? witness : witness.and(page);
    screens = new Screens(board, config.lights().theme(), config.lights().quiet());
    hands = new DeviceHands(board, inbox, bridge, screens, memory, this.witness, service, threads);
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
            hands);
  }

  private PretendBridge connectPretendBridge() throws IOException {
    var link = config.link();
    return new PretendBridge(link.socket(), dialects, dialects.get(link.dialect()), threads);
  }

  private ControlServer control() throws IOException {
    try {
      return new ControlServer(
          config.controlSocket(),
          config.link().longestFrameBytes(),
          new Commands(this, speaker)::answer,
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
    boolean isAllowed = config.page().allows(board instanceof SimBoard);
    try {
      return new PageServer(config.page(), listen, isAllowed, speaker, threads);
    } catch (IOException e) {
      Logger.error("no page: {}", e.getMessage());
      return null;
    }
  }

  /**
   * Starts every thread. Afterwards the board is ready, the microphone is shut and the link is
   * open.
   */
  public void start() throws HalException {
    service.leave(board.lastWill());
    screens.start(threads);
    loop = threads.platform("core", new Loop(core, inbox, watchdog()));
    board.listen((button, closed, at) -> inbox.accept(new Input.Edge(button, closed, at)));
    inbox.accept(new Input.Ready());
    hands.lookAround();
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
    var duties = new ArrayList<Duty>(hands.duties());
    duties.addAll(screens.duties());
    return new Watchdog(service.watchdog(), duties, service::alive);
  }

  Dialects dialects() {
    return dialects;
  }

  Config config() {
    return config;
  }

  Board board() {
    return board;
  }

  Screens screens() {
    return screens;
  }

  Threads threads() {
    return threads;
  }

  /** Null on a board whose link cannot be cut by hand. */
  @Nullable LinkSwitch linkSwitch() {
    return linkSwitch;
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
  void accept(Input input) {
    witness.in(input);
    inbox.accept(input);
  }

  /** Reads the state of every device now, because a command has changed one. */
  void lookAgain() {
    hands.lookAgain();
  }

  /**
   * Stops the agent: shuts the microphone, notifies the cloud, turns the lights off and removes the
   * sockets. Takes at most two seconds, even if a device no longer answers.
   */
  @Override
  public void close() {
    service.ending();
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
    if (isShut) {
      service.takeBack();
    } else {
      Logger.error("the microphone is not known to be shut; the crash cleanup is left to shut it");
    }
    Logger.info("ended");
  }
}
