package dev.deviceagent.agent.face;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deviceagent.agent.runtime.Threads;
import dev.deviceagent.agent.view.State;
import dev.deviceagent.agent.view.ViewState;
import dev.deviceagent.hal.Colour;
import dev.deviceagent.hal.Display;
import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.Picture;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The render loop on its thread: the screen blocks it until the test has taken the frame. */
@Timeout(20)
class FacePainterTest {
  private static final Picture DARK = new Picture(64, 32);

  private final BlockingQueue<Picture> pictures = new SynchronousQueue<>();
  private final AtomicReference<@Nullable Throwable> bug = new AtomicReference<>();
  private volatile boolean isBroken;
  private final FacePainter painter = new FacePainter(new Shown());
  private final Thread thread = new Threads(bug::set).platform("screen", painter);

  /** A small screen that passes its pictures to the test. */
  private final class Shown implements Display {
    @Override
    public int width() {
      return 64;
    }

    @Override
    public int height() {
      return 32;
    }

    @Override
    public void show(Picture picture) throws HalException {
      boolean fails = isBroken;
      try {
        pictures.put(picture);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      if (fails) {
        throw new HalException(HalException.Kind.ABSENT, "oled", "is not there", "plug it in");
      }
    }

    @Override
    public String where() {
      return "test";
    }

    @Override
    public void probe() {}
  }

  private static ViewState feeling(String emotion, @Nullable Colour lamp) {
    return ViewState.in(State.IDLE).emotion(emotion).lamp(lamp).build();
  }

  /** A face that does not change over time. */
  private static Picture still(String emotion) {
    var face = Face.of(emotion, false);
    assertEquals(Face.NEVER, face.nextChangeNanos(0));
    return face.picture(64, 32, 0);
  }

  private Picture next() throws InterruptedException {
    var picture = pictures.poll(10, TimeUnit.SECONDS);
    if (picture == null) {
      throw new AssertionError("no picture");
    }
    return picture;
  }

  @AfterEach
  void end() throws InterruptedException {
    painter.close();
    while (thread.isAlive()) {
      pictures.poll(10, TimeUnit.MILLISECONDS);
    }
    assertNull(bug.get());
  }

  @Test
  void itShowsAFaceOnceUntilThereIsAnother() throws Exception {
    assertEquals(DARK, next());
    painter.show(feeling("relaxed", null));
    assertEquals(still("relaxed"), next());
    painter.show(feeling("relaxed", Colour.of(0xFFFFFF)));
    painter.show(feeling("laughing", null));
    assertEquals(still("laughing"), next(), "the lamp is not in the face");
  }

  @Test
  void aMouthThatSpeaksMoves() throws Exception {
    next();
    painter.show(ViewState.in(State.SPEAKING).emotion("relaxed").build());
    var before = next();
    for (int i = 0; i < 5; i++) {
      var now = next();
      assertTrue(!now.equals(before), "only what has changed is shown");
      before = now;
    }
  }

  @Test
  void closedItGoesDarkAndEnds() throws Exception {
    next();
    painter.show(feeling("relaxed", null));
    next();
    painter.close();
    assertEquals(DARK, next());
    assertTrue(thread.join(Duration.ofSeconds(10)));
    assertEquals(DARK, painter.picture());
  }

  @Test
  void aScreenThatIsPluggedInAgainShowsTheFace() throws Exception {
    next();
    isBroken = true;
    painter.show(feeling("relaxed", null));
    assertEquals(still("relaxed"), next());
    isBroken = false;
    assertEquals(still("relaxed"), next(), "it is tried again");
  }

  @Test
  void whatAScreenShowsThatTakesNothingIsUnknown() throws Exception {
    next();
    isBroken = true;
    painter.show(feeling("relaxed", null));
    next();
    painter.close();
    next();
    assertTrue(thread.join(Duration.ofSeconds(10)));
    assertNull(painter.picture());
  }
}
