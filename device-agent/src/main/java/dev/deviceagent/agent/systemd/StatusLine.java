package dev.deviceagent.agent.systemd;

import dev.deviceagent.agent.view.ViewState;
import org.jspecify.annotations.Nullable;

/** Sends systemd the status text when it changes. Core thread only. */
public final class StatusLine {
  private final Notifier notifier;
  private @Nullable String sent;

  public StatusLine(Notifier notifier) {
    this.notifier = notifier;
  }

  /** Many view states have the same text; it is sent once. */
  public void show(ViewState view) {
    var text = StatusText.words(view);
    if (!text.equals(sent)) {
      sent = text;
      notifier.status(text);
    }
  }
}
