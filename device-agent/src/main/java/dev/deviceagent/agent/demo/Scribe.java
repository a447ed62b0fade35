package dev.deviceagent.agent.demo;

import dev.deviceagent.agent.Happening;
import dev.deviceagent.agent.Speaker;
import dev.deviceagent.agent.Witness;
import dev.deviceagent.agent.config.Printable;
import dev.deviceagent.agent.core.Input;
import dev.deviceagent.agent.core.Status;
import dev.deviceagent.codec.Json;
import dev.deviceagent.codec.ToCloud;
import java.io.Console;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Shows a person what the speaker does: on a terminal as a picture, elsewhere as lines. */
public abstract class Scribe implements Witness, AutoCloseable {
  private static final int LOOKS_A_SECOND = 10;

  private volatile boolean isClosed;

  /** The scribe that suits where the output goes. */
  public static Scribe on(PrintWriter out) {
    boolean isTerminal =
        Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    boolean canPaint = isTerminal && !"dumb".equals(System.getenv("TERM"));
    return canPaint ? new Screen(out) : new Lines(out);
  }

  /** Whether it owns the whole terminal. */
  public abstract boolean isPainting();

  /** Where the page of the speaker is. */
  public abstract void page(String address);

  /** What is going on, in words for a person. */
  public abstract void caption(String words);

  /** One thing that went in or out. */
  abstract void line(String arrow, String words);

  /** The speaker as it is now. */
  abstract void look(Status status);

  /** Looks at the speaker again and again until {@link #close}; blocks. */
  public void follow(Speaker speaker) {
    try {
      while (!isClosed) {
        look(speaker.status().withLeds(speaker.leds()));
        Thread.sleep(1000 / LOOKS_A_SECOND); // a person looks; nothing waits for this
      }
    } catch (TimeoutException e) {
      // The agent is ending, and tells so itself.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    isClosed = true;
  }

  @Override
  public void in(Input input) {
    var happening = Happening.of(input);
    if (happening != null) {
      line("in", happening.what());
    }
  }

  @Override
  public void out(ToCloud message, String meaning) {
    var text = new String(message.encode(), StandardCharsets.UTF_8);
    int json = text.indexOf('{');
    line("out", json > 0 ? text.substring(0, 4) + " " + text.substring(json) : text);
  }

  @Override
  public void told(Json.Obj control) {
    line("out", control.toString());
  }

  /** A value of a status as a word. */
  static String word(@Nullable Object value) {
    return value == null ? "unknown" : Printable.of(value.toString());
  }

  /** Whether the light that every simulated board has is on. */
  static String light(Status status) {
    var isOn = status.lights().get("light");
    return isOn == null ? word(null) : isOn ? "on" : "off";
  }
}
