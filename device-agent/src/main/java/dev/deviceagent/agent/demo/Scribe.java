package dev.deviceagent.agent.demo;

import dev.deviceagent.agent.Agent;
import dev.deviceagent.agent.Happening;
import dev.deviceagent.agent.Witness;
import dev.deviceagent.agent.config.Printable;
import dev.deviceagent.agent.core.Input;
import dev.deviceagent.codec.Json;
import dev.deviceagent.codec.ToCloud;
import java.io.Console;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

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
  abstract void look(Json.Obj status);

  /** Looks at the agent again and again until {@link #close}; blocks. */
  public void follow(Agent agent) {
    try {
      while (!isClosed) {
        look(agent.status());
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

  /** A member of a status, by a path like {@code volume.percent}, as a word. */
  static String word(Json.Obj status, String path) {
    Json now = status;
    for (var name : path.split("\\.", -1)) {
      now = now instanceof Json.Obj object ? Json.of(object.get(name)) : Json.NULL;
    }
    return switch (now) {
      case Json.Text(var text) -> Printable.of(text);
      case Json.Null() -> "unknown";
      default -> now.toString().toLowerCase(Locale.ROOT);
    };
  }
}
