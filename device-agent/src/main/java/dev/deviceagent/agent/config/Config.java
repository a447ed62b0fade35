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
 * The owner's settings. Every key is described in {@code docs/config.md}.
 *
 * @param directory of the file; relative paths in the file start there
 * @param language of what is spoken and shown: a file of {@code sentences/}
 * @param board {@code sim}, or a profile
 * @param buttons the meanings of the buttons that the file names, and of those with a default
 *     meaning
 * @param aliases the vendor console's name of a tool, to the tool here
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
   * @param speak the dialect for words to be spoken, or {@code none}
   * @param longestFrameBytes a bridge's frame, including its kind and body
   */
  public record Link(
      String kind, Path socket, String dialect, String speak, int longestFrameBytes) {}

  /**
   * The talk button.
   *
   * @param shortest a press no longer than this is a cancel
   * @param longest a talk is finished after this time
   */
  public record PushToTalk(boolean enabled, Duration shortest, Duration longest) {}

  /**
   * The meaning of a button other than the talk button.
   *
   * @param tap done on release, or on the press if {@code hold} is the same
   * @param hold done while the button is held down; repeated if it changes the volume
   */
  public record Meaning(ButtonAct tap, ButtonAct hold) {
    /** A button with the name of an action carries out that action; any other does nothing. */
    static Meaning ofName(String button) {
      var act = ButtonAct.of(button).orElse(ButtonAct.NONE);
      return new Meaning(act, act);
    }
  }

  /** The meaning of a button. */
  public Meaning meaning(String button) {
    return buttons.getOrDefault(button, Meaning.ofName(button));
  }

  /** How the light looks. */
  public record Lights(Theme theme, QuietHours quiet) {}

  /** How an announcement reaches the owner. */
  public record Announcements(boolean chime, boolean light, boolean speak, boolean comfort) {}

  /**
   * The member names in an operator's own messages for a tool, its arguments, words to be spoken,
   * and a question for the AI.
   */
  public record CustomMessages(String tool, String arguments, String say, String ask) {}

  /**
   * The page of the speaker.
   *
   * @param listen null for no page
   * @param control whether the page may control the speaker; null means only a simulated one
   * @param tokenFile the file of the token that a browser must present; null if none is needed
   */
  public record Page(
      @Nullable InetSocketAddress listen, @Nullable Boolean control, @Nullable Path tokenFile) {
    public boolean allows(boolean isSimulated) {
      return control == null ? isSimulated : control;
    }
  }

  /** A copy without a page. */
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
   * What is logged.
   *
   * @param speech whether what people said may be logged
   */
  public record Logging(String level, boolean speech) {}
}
