package dev.deviceagent.agent.page;

import dev.deviceagent.agent.core.Status;
import dev.deviceagent.agent.link.ControlServer.Refusal;
import dev.deviceagent.codec.CodecException;
import dev.deviceagent.codec.Json;
import dev.deviceagent.hal.Picture;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The speaker that a page shows. For any thread. */
public interface Speaker {
  /** What the agent sees now, but for {@link #leds}; blocks until its core answers. */
  Status status() throws TimeoutException;

  /** What the speaker is made of, and what is wrong with it by order. */
  Json.Obj board();

  /** The ring's pixels as {@code #rrggbb}, or null where there is none, or it takes nothing. */
  @Nullable List<String> leds();

  /** What the screen shows, or null; not to be changed. */
  @Nullable Picture face();

  /**
   * Does what a question of the control socket asks for; blocks until it is answered.
   *
   * @throws CodecException if the question makes no sense
   * @throws Refusal with what stands against it
   */
  Json ask(Json.Obj question) throws CodecException, Refusal;
}
