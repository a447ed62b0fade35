package dev.deviceagent.agent.config;

import dev.deviceagent.agent.lights.QuietHours;
import dev.deviceagent.agent.lights.Theme;
import dev.deviceagent.codec.Identity;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an owner decides. Every key stands in {@code docs/config.md}.
 *
 * @param directory where the file is; a path in it that is not absolute starts from there
 * @param language of what is spoken and shown: a file of {@code sentences/}
 * @param board {@code sim}, or a profile
 * @param buttons what each means that the file has a word about, and those that mean something
 *     without one
 * @param aliases a tool's name as the vendor's console has it, to the tool here
 */
public record Config(
    Path directory,
    String language,
    String board,
    Link link,
    Identity identity,
    PushToTalk pushToTalk,
    Map<String, Meaning> buttons,
    Path controlSocket,
    Path stateDirectory,
    Map<String, Alias> aliases,
    Lights lights,
    Announcements announcements,
    CustomMessages customMessages,
    Page page,
    Logging logging) {

  /**
   * How the cloud is reached.
   *
   * @param speak the dialect that words to be spoken go out in, or {@code none}
   * @param longestFrameBytes a bridge's frame, its kind and body
   */
  public record Link(
      String kind, Path socket, String dialect, String speak, int longestFrameBytes) {}

  /**
   * The button.
   *
   * @param shortest a press no longer than this is a cancel
   * @param longest then a talk finishes by itself
   */
  public record PushToTalk(boolean enabled, Duration shortest, Duration longest) {}

  /**
   * What a button means, other than the one to talk with.
   *
   * @param tap done when it is let go, or at once where {@code hold} is the same
   * @param hold done while it is held down, again and again where that is about the volume
   */
  public record Meaning(ButtonAct tap, ButtonAct hold) {
    /** A button that is called as what it does does that; any other does nothing. */
    static Meaning ofName(String button) {
      var act = ButtonAct.of(button).orElse(ButtonAct.NONE);
      return new Meaning(act, act);
    }
  }

  /** What a button means. */
  public Meaning meaning(String button) {
    return buttons.getOrDefault(button, Meaning.ofName(button));
  }

  /** How the light looks. */
  public record Lights(Theme theme, QuietHours quiet) {}

  /** How an announcement reaches the owner. */
  public record Announcements(boolean chime, boolean light, boolean speak, boolean comfort) {}

  /**
   * The members by which an operator's own messages name a tool, its arguments, words to be spoken,
   * and a question for the AI.
   */
  public record CustomMessages(String tool, String arguments, String say, String ask) {}

  /**
   * The page of the speaker.
   *
   * @param listen null for no page
   * @param control whether it may have the speaker do something; null is: a simulated one only
   * @param tokenFile a file with what a browser must bring, or null where it need bring nothing
   */
  public record Page(
      @Nullable InetSocketAddress listen, @Nullable Boolean control, @Nullable Path tokenFile) {
    public boolean allows(boolean isSimulated) {
      return control == null ? isSimulated : control;
    }
  }

  /** The same without a page. */
  public Config withoutPage() {
    return new Config(
        directory,
        language,
        board,
        link,
        identity,
        pushToTalk,
        buttons,
        controlSocket,
        stateDirectory,
        aliases,
        lights,
        announcements,
        customMessages,
        new Page(null, page.control(), page.tokenFile()),
        logging);
  }

  /**
   * What is written down.
   *
   * @param speech whether what people said may be
   */
  public record Logging(String level, boolean speech) {}
}
