package dev.deviceagent.agent.core;

import dev.deviceagent.agent.config.Config;
import dev.deviceagent.agent.config.Sentences;
import dev.deviceagent.agent.config.Sentences.Phrase;
import dev.deviceagent.agent.tools.Lane;
import dev.deviceagent.agent.tools.Observation;
import dev.deviceagent.agent.tools.Plan;
import dev.deviceagent.agent.tools.Tool;
import dev.deviceagent.agent.tools.ToolFailure;
import dev.deviceagent.agent.tools.Tools;
import dev.deviceagent.codec.Fields;
import dev.deviceagent.codec.InterruptMode;
import dev.deviceagent.codec.Json;
import dev.deviceagent.codec.Outcome;
import dev.deviceagent.codec.Reply;
import dev.deviceagent.codec.Signal.Song;
import dev.deviceagent.codec.ToolCall;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * The tool calls: checked on arrival, run by the lanes, answered on the channel they came from. A
 * call that times out is answered as failed; what its device does later is only logged.
 */
final class Calls {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final Tools tools;
  private final Actuators actuators;
  private final Sender out;
  private final Sentences sentences;
  private final Counters counters;
  private final ObservedState observed;
  private final RemoteLog log;

  private long tickets;

  /** Decreases with every {@link #quietly}; always below zero afterwards. */
  private long quietTicket;

  /** Increases with every interruption: the answer to an earlier call is not spoken. */
  private long interruptions;

  private final SequencedMap<Long, Pending> pending = new LinkedHashMap<>();
  private final CallMemory memory = new CallMemory();

  /** Increases with every new session of a peer, because the peer then restarts its numbering. */
  private long sessions;

  /**
   * @param key identifies a repeated call; null if the call had no id
   * @param interruptions the count of interruptions when the call arrived
   */
  private record Request(String name, Reply reply, @Nullable CallKey key, long interruptions) {}

  /**
   * @param isQuestion whether the person waits for a spoken answer
   */
  private record Pending(Request request, boolean isQuestion, Plan plan, long deadline) {}

  Calls(
      Tools tools,
      Actuators actuators,
      Sender out,
      Sentences sentences,
      Counters counters,
      ObservedState observed,
      RemoteLog log) {
    this.log = log;
    this.tools = tools;
    this.actuators = actuators;
    this.out = out;
    this.sentences = sentences;
    this.counters = counters;
    this.observed = observed;
  }

  /**
   * @param source the dialect of the call
   */
  void call(ToolCall call, Reply reply, String source, long now) {
    var key = call.hasId() ? CallKey.of(source + " " + channel(reply), sessions, call) : null;
    if (key != null && isRepeated(key, reply, now)) {
      return;
    }
    run(call, new Request(call.name(), reply, key, interruptions), now);
  }

  /** Each channel of a dialect numbers its calls independently. */
  private static String channel(Reply reply) {
    return reply instanceof Reply.Message message
        ? message.kind()
        : reply.getClass().getSimpleName();
  }

  /** Replies with the tools of this device. */
  void list(Reply.Message reply) {
    out.reply(reply, new Outcome.Done(tools.mcp()));
  }

  /** The AI is about to call a tool: tells the owner that the answer takes a moment. */
  void announce(Config.Announcements settings) {
    if (settings.speak() && settings.comfort()) {
      out.speak(sentences.say(Phrase.of("comfort")), InterruptMode.NOW);
    }
  }

  /** Plays the first song of a list. Sends no answer. */
  void play(List<Song> songs, long now) {
    press("PlaySongs", () -> tools.play(songs.getFirst()), now);
  }

  /** Makes the plan for a button press; fails if the board has no such device. */
  interface Planned {
    Plan plan() throws ToolFailure;
  }

  /**
   * Runs the plan of a button press. Sends no answer; counts and logs a failure.
   *
   * @param tool the name of the tool that does the same for the AI
   */
  void press(String tool, Planned planned, long now) {
    counters.toolCalls++;
    var request = new Request(tool, new Reply.None(), null, interruptions);
    try {
      start(new Pending(request, false, planned.plan(), now + TIMEOUT.toNanos()));
    } catch (ToolFailure failure) {
      fail(request, null, failure);
    }
  }

  /** Runs a plan that no tool call asked for. Sends no answer, and counts nothing. */
  void quietly(Plan plan) {
    if (!actuators.run(--quietTicket, plan)) {
      log.warn(
          "too many calls are waiting for '{}'; a background read is dropped", plan.lane().word());
    }
  }

  private void run(ToolCall call, Request request, long now) {
    counters.toolCalls++;
    Tool tool;
    try {
      tool = tools.find(call.name());
    } catch (ToolFailure failure) {
      fail(request, null, failure);
      return;
    }
    Lane lane = null;
    try {
      var plan = tool.check(Fields.of(tools.arguments(call.name(), arguments(call))));
      lane = plan.lane();
      start(new Pending(request, tool.isQuestion(), plan, now + TIMEOUT.toNanos()));
    } catch (ToolFailure failure) {
      fail(request, tool.isQuestion() ? failed(lane) : null, failure);
    }
  }

  private static Json.Obj arguments(ToolCall call) throws ToolFailure {
    return switch (call.arguments()) {
      case ToolCall.Arguments.Given(var object) -> object;
      case ToolCall.Arguments.Malformed(var problem) ->
          throw new ToolFailure(ToolFailure.Kind.BAD_ARGUMENTS, problem);
    };
  }

  private void start(Pending call) throws ToolFailure {
    var ticket = tickets++;
    if (!actuators.run(ticket, call.plan())) {
      throw new ToolFailure(
          ToolFailure.Kind.BUSY,
          "too many calls are waiting for '" + call.plan().lane().word() + "'");
    }
    pending.put(ticket, call);
  }

  private boolean isRepeated(CallKey key, Reply reply, long now) {
    if (!memory.isRepeated(key, now)) {
      return false;
    }
    log.info("tool call {} is repeated and not run again", key);
    var outcome = memory.outcome(key);
    if (outcome != null) {
      reply(reply, outcome); // the peer may need it again
    }
    return true;
  }

  void done(Input.ToolDone done) {
    if (done.ticket() < 0) {
      if (done.failure() != null) {
        log.warn("{}", done.failure().getMessage());
      } else if (done.seen() != null) {
        observed.see(done.seen().reading());
      }
      return;
    }
    var call = pending.remove(done.ticket());
    if (call == null) {
      log.warn("a tool call ended too late: its timeout was already reported");
    }
    if (done.seen() != null) {
      observed.see(done.seen().reading());
      if (call != null) {
        succeed(call, done.seen());
      }
    } else if (done.failure() != null && call != null) {
      fail(call, done.failure());
    }
  }

  private void succeed(Pending call, Observation observation) {
    log.info("{}: {}", call.request().name(), observation.result());
    answer(
        call.request(),
        call.isQuestion() ? observation.phrase() : null,
        new Outcome.Done(observation.result()));
  }

  private void fail(Pending call, ToolFailure failure) {
    if (failure.isOfDevice()) {
      observed.fail(call.plan().lane(), failure.getMessage());
    }
    var phrase = call.isQuestion() ? failed(call.plan().lane()) : null;
    fail(call.request(), phrase, failure);
  }

  private void fail(Request request, @Nullable Phrase phrase, ToolFailure failure) {
    counters.toolFailures++;
    log.warn("{}: {}: {}", request.name(), failure.kind().word(), failure.getMessage());
    answer(
        request,
        phrase,
        new Outcome.Failed(
            failure.kind().word(),
            failure.getMessage(),
            failure.kind() == ToolFailure.Kind.UNKNOWN_TOOL));
  }

  private static Phrase failed(@Nullable Lane lane) {
    return Phrase.of("failed." + (lane == null ? "question" : lane.word()));
  }

  private void answer(Request request, @Nullable Phrase phrase, Outcome outcome) {
    if (request.key() != null) {
      memory.done(request.key(), outcome);
    }
    reply(request.reply(), outcome);
    if (phrase != null
        && request.reply() instanceof Reply.Spoken
        && request.interruptions() == interruptions) {
      out.speak(sentences.say(phrase), InterruptMode.NOW);
    }
  }

  private void reply(Reply reply, Outcome outcome) {
    if (reply instanceof Reply.Message message) {
      out.reply(message, outcome);
    }
  }

  /** The peer restarts the numbering of its calls. */
  void newSession() {
    sessions++;
  }

  /** An id is unique on one connection only: some peers restart at 1 on the next connection. */
  void connected() {
    memory.clear();
  }

  /** The AI was interrupted: earlier calls are still answered, but not aloud. */
  void interrupted() {
    interruptions++;
    actuators.dropWaiting();
  }

  void tick(long now) {
    while (now >= deadlineNanos()) {
      var late = pending.pollFirstEntry().getValue();
      fail(
          late,
          new ToolFailure(
              ToolFailure.Kind.TIMEOUT,
              "'%s' did not answer within %d s"
                  .formatted(late.plan().lane().word(), TIMEOUT.toSeconds())));
    }
  }

  /** All calls have the same timeout, so the oldest one expires first. */
  long deadlineNanos() {
    return pending.isEmpty() ? Alarm.NEVER : pending.firstEntry().getValue().deadline();
  }
}
