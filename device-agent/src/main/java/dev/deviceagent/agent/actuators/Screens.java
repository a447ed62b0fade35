package dev.deviceagent.agent.actuators;

import dev.deviceagent.agent.face.FacePainter;
import dev.deviceagent.agent.lights.Painter;
import dev.deviceagent.agent.lights.QuietHours;
import dev.deviceagent.agent.lights.Theme;
import dev.deviceagent.agent.runtime.Heartbeat;
import dev.deviceagent.agent.runtime.Threads;
import dev.deviceagent.agent.view.ViewState;
import dev.deviceagent.hal.Board;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What shows the AI's state to the owner: the strip and the face. Each has a separate render loop.
 */
public final class Screens {
  private static final Duration FRAME_MOST = Duration.ofSeconds(10);

  private volatile @Nullable ViewState view;
  private final @Nullable Painter light;
  private final @Nullable FacePainter face;
  private final List<Thread> threads = new ArrayList<>();

  public Screens(Board board, Theme theme, QuietHours quiet) {
    light =
        board
            .strip()
            .map(strip -> new Painter(strip, theme, quiet, LocalDateTime::now))
            .orElse(null);
    face = board.display().map(FacePainter::new).orElse(null);
  }

  public void start(Threads starting) {
    if (light != null) {
      threads.add(starting.platform("painter", light));
    }
    if (face != null) {
      threads.add(starting.platform("screen", face));
    }
  }

  /** The view state to show; null before the first one. Any thread. */
  public @Nullable ViewState view() {
    return view;
  }

  void show(ViewState view) {
    this.view = view;
    if (light != null) {
      light.show(view);
    }
    if (face != null) {
      face.show(view);
    }
  }

  void hear(double level) {
    if (light != null) {
      light.hear(level);
    }
    if (face != null) {
      face.hear(level);
    }
  }

  /** The strip's render loop; null if there is no strip. */
  public @Nullable Painter light() {
    return light;
  }

  /** The face's render loop; null if there is no screen. */
  public @Nullable FacePainter face() {
    return face;
  }

  /** Heartbeats of the render loops: a strip that hangs shows an outdated state. */
  public List<Heartbeat> heartbeats() {
    var heartbeats = new ArrayList<Heartbeat>();
    if (light != null) {
      heartbeats.add(new Heartbeat("painter", light.loop()::busySince, FRAME_MOST));
    }
    if (face != null) {
      heartbeats.add(new Heartbeat("screen", face.loop()::busySince, FRAME_MOST));
    }
    return heartbeats;
  }

  /** The screens that show nothing, and why, by the device's name. */
  public Map<String, String> problems() {
    var problems = new LinkedHashMap<String, String>();
    var ofLight = light == null ? null : light.loop().problem();
    var ofFace = face == null ? null : face.loop().problem();
    if (ofLight != null) {
      problems.put("strip", ofLight);
    }
    if (ofFace != null) {
      problems.put("display", ofFace);
    }
    return problems;
  }

  /** Turns all screens off and ends their threads. Returns the threads that still run. */
  public List<Thread> close() {
    if (light != null) {
      light.close();
    }
    if (face != null) {
      face.close();
    }
    return threads;
  }
}
