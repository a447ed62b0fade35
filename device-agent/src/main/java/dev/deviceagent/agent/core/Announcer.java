package dev.deviceagent.agent.core;

import dev.deviceagent.agent.config.Config;
import dev.deviceagent.codec.InterruptMode;
import dev.deviceagent.hal.Colour;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Delivers the operator's messages to the owner: a chime, a light, and words. While the owner
 * talks, messages wait, so they are not recorded. If the AI is interrupted, waiting messages are
 * dropped.
 */
final class Announcer {
  static final Colour COLOUR = Colour.of(0xFFB000);
  private static final int WAITING_MOST = 8;

  private final Config.Announcements settings;
  private final Actuators actuators;
  private final Sender out;
  private final Conversation conversation;
  private final RemoteLog log;
  private final Deque<Announcement> waiting = new ArrayDeque<>();

  /**
   * @param words to be spoken, or null
   * @param isAlarm whether it is an alarm: it always rings and is never dropped
   */
  record Announcement(
      @Nullable String words, boolean chime, Colour colour, InterruptMode mode, boolean isAlarm) {
    static Announcement of(@Nullable String words) {
      return new Announcement(words, true, COLOUR, InterruptMode.AFTER, false);
    }

    static Announcement ofAlarm(String words) {
      return new Announcement(words, true, COLOUR, InterruptMode.AFTER, true);
    }

    @Override
    public String toString() {
      return "announcement"; // the words are private to the owner
    }
  }

  Announcer(
      Config.Announcements settings,
      Actuators actuators,
      Sender out,
      Conversation conversation,
      RemoteLog log) {
    this.log = log;
    this.settings = settings;
    this.actuators = actuators;
    this.out = out;
    this.conversation = conversation;
  }

  void announce(Announcement announcement, boolean isTalking, long now) {
    if (!isTalking) {
      deliver(announcement, now);
      return;
    }
    if (waiting.size() == WAITING_MOST) {
      waiting.removeFirst();
      log.warn("more than {} announcements are waiting; the oldest is dropped", WAITING_MOST);
    }
    waiting.add(announcement);
  }

  private void deliver(Announcement announcement, long now) {
    if (announcement.isAlarm() || (settings.chime() && announcement.chime())) {
      actuators.ring();
    }
    if (settings.light()) {
      conversation.announce(announcement.colour(), now);
    }
    var words = announcement.words();
    if (settings.speak() && words != null && !words.isBlank()) {
      out.speak(words, announcement.mode());
    }
  }

  /** Delivers the messages that waited for the end of a talk. */
  void tick(boolean isTalking, long now) {
    while (!isTalking && !waiting.isEmpty()) {
      deliver(waiting.removeFirst(), now);
    }
  }

  void interrupted() {
    int before = waiting.size();
    waiting.removeIf(announcement -> !announcement.isAlarm());
    if (waiting.size() < before) {
      log.info("the AI was interrupted; {} announcements are dropped", before - waiting.size());
    }
  }
}
