package dev.deviceagent.agent.storage;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;

import dev.deviceagent.agent.core.Input;
import dev.deviceagent.agent.runtime.Inbox;
import dev.deviceagent.agent.runtime.Threads;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;

/** How the core learns whether the owner's mute is stored. */
class MemoryTest {
  private static final int WAIT_MILLIS = 10_000;

  private final Store store = mock(Store.class);
  private final Inbox inbox = mock(Inbox.class);
  private final Memory memory =
      new Memory(
          store,
          new LinkedHashMap<>(),
          inbox,
          new Threads(bug -> {
            throw new AssertionError(bug);
          }));

  @Test
  void aMuteThatIsStoredIsAnswered() {
    memory.keepMute(true);
    verify(inbox, timeout(WAIT_MILLIS)).accept(new Input.MuteKept(true, null));
  }

  @Test
  void aMuteThatCannotBeStoredIsAnsweredWithTheReason() throws Exception {
    doThrow(new IOException("disk full")).when(store).keepMute(true);
    memory.keepMute(true);
    verify(inbox, timeout(WAIT_MILLIS))
        .accept(
            new Input.MuteKept(
                true,
                "the change is not saved: java.io.IOException: disk full; "
                    + "check the disk of state.directory"));
  }

  /** The core itself asks, so it must not wait for room in its own inbox. */
  @Test
  void oneMuteTooManyIsRefusedAtOnce() throws Exception {
    var begun = new Semaphore(0);
    var mayGoOn = new Semaphore(0);
    doAnswer(
            _ -> {
              begun.release();
              mayGoOn.acquire();
              return null;
            })
        .when(store)
        .keepMute(anyBoolean());
    memory.keepMute(true);
    begun.acquire();
    for (int i = 0; i < 64; i++) {
      memory.keepMute(true);
    }
    verify(inbox, never()).acceptFromCore(any());
    memory.keepMute(false);
    verify(inbox)
        .acceptFromCore(
            new Input.MuteKept(
                false, "the change is not saved: too many changes are waiting; try again"));
    mayGoOn.release(100);
    verify(inbox, timeout(WAIT_MILLIS).times(65)).accept(new Input.MuteKept(true, null));
  }
}
