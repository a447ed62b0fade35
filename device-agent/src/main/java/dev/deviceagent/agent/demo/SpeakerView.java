package dev.deviceagent.agent.demo;

import dev.deviceagent.agent.control.Speaker;
import dev.deviceagent.agent.core.Input;
import dev.deviceagent.agent.core.Status;
import dev.deviceagent.agent.text.Printable;
import dev.deviceagent.agent.traffic.TrafficEvent;
import dev.deviceagent.agent.traffic.TrafficListener;
import dev.deviceagent.codec.Json;
import dev.deviceagent.codec.ToCloud;
import java.io.Console;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Shows a person what the speaker does: as a picture on a terminal, else as lines. */
public abstract class SpeakerView implements TrafficListener, AutoCloseable {
  private static final int LOOKS_A_SECOND = 10;

  private volatile boolean isClosed;

  /** Selects the implementation for the output: a picture needs a terminal that can draw. */
  public static SpeakerView on(PrintWriter out) {
    boolean isTerminal =
        Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    boolean canPaint = isTerminal && !"dumb".equals(System.getenv("TERM"));
    return canPaint ? new TerminalView(out) : new LineView(out);
  }

  /** Whether it uses the whole terminal. */
  public abstract boolean isPainting();

  /** Shows the address of the speaker's page. */
  public abstract void page(String address);

  /** Shows in words what happens now. */
  public abstract void caption(String words);

  /** Shows one message in or out. */
  abstract void line(String arrow, String words);

  /** Shows the current status. */
  abstract void look(Status status);

  /** Shows the status repeatedly until {@link #close}; blocks. */
  public void follow(Speaker speaker) {
    try {
      while (!isClosed) {
        look(speaker.status().withLeds(speaker.leds()));
        Thread.sleep(1000 / LOOKS_A_SECOND); // for a person's eyes; no other code waits for this
      }
    } catch (TimeoutException e) {
      // The agent is shutting down and reports it itself.
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
    var event = TrafficEvent.of(input);
    if (event != null) {
      line("in", event.what());
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

  /** Formats a value of a status as one word. */
  static String word(@Nullable Object value) {
    return value == null ? "unknown" : Printable.of(value.toString());
  }

  /** The state of the light that every simulated board has. */
  static String light(Status status) {
    var isOn = status.lights().get("light");
    return isOn == null ? word(null) : isOn ? "on" : "off";
  }
}
