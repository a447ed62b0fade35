package dev.deviceagent.codec.aicall;

import dev.deviceagent.codec.CodecException;
import dev.deviceagent.codec.Fields;
import dev.deviceagent.codec.aicall.AiCallMessage.AgentError;
import dev.deviceagent.codec.aicall.AiCallMessage.AgentLeaving;
import dev.deviceagent.codec.aicall.AiCallMessage.AgentState;
import dev.deviceagent.codec.aicall.AiCallMessage.Body;
import dev.deviceagent.codec.aicall.AiCallMessage.CustomMessage;
import dev.deviceagent.codec.aicall.AiCallMessage.EmotionChanged;
import dev.deviceagent.codec.aicall.AiCallMessage.Notice;
import dev.deviceagent.codec.aicall.AiCallMessage.PushToTalkChanged;
import dev.deviceagent.codec.aicall.AiCallMessage.Subtitle;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The table of messages from AICall: number, name, data. */
enum AiCallNumber {
  AGENT_ERROR(1000, "AgentError", AgentError::read),
  AGENT_STATE(1001, "AgentState", AgentState::read),
  AGENT_SUBTITLE(1002, "AgentSubtitle", Subtitle::ofAi),
  USER_SUBTITLE(1003, "UserSubtitle", Subtitle::ofOwner),
  VOICE_INTERRUPTION_CHANGED(
      1004, "VoiceInterruptionChanged", notice("Interruption by voice is turned on or off.")),
  VOICE_CHANGED(1005, "VoiceChanged", notice("The voice of the AI has changed.")),
  RTC_TOKEN(1006, "RtcToken", notice("The access token of the room; not shown.")),
  PUSH_TO_TALK_CHANGED(1007, "PushToTalkChanged", PushToTalkChanged::read),
  VOICEPRINT_USE_CHANGED(
      1008, "VoiceprintUseChanged", notice("Recognition of the voice is turned on or off.")),
  VOICEPRINT_CLEARED(1009, "VoiceprintCleared", notice("The voiceprint is deleted.")),
  AGENT_LEAVING(1010, "AgentLeaving", AgentLeaving::read),
  CUSTOM_MESSAGE(1011, "CustomMessage", CustomMessage::read),
  TAKEOVER_STARTING(1012, "TakeoverStarting", notice("A person replaces the AI.")),
  TAKEOVER_CONNECTED(1013, "TakeoverConnected", notice("That person is connected.")),
  EMOTION_CHANGED(1014, "EmotionChanged", EmotionChanged::read);

  private static final Map<Integer, AiCallNumber> ALL =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(AiCallNumber::number, Function.identity()));

  /** Decodes the data; for a message without data, it receives an empty object. */
  interface Reader {
    Body read(Fields data) throws CodecException;
  }

  private final int number;
  private final String title;

  @SuppressWarnings("ImmutableEnumChecker") // readers have no state
  private final Reader reader;

  AiCallNumber(int number, String title, Reader reader) {
    this.number = number;
    this.title = title;
    this.reader = reader;
  }

  private static Reader notice(String meaning) {
    var notice = new Notice(meaning);
    return _ -> notice;
  }

  int number() {
    return number;
  }

  /** The name in the kit. */
  String title() {
    return title;
  }

  static Optional<AiCallNumber> of(int number) {
    return Optional.ofNullable(ALL.get(number));
  }

  AiCallMessage read(Fields envelope) throws CodecException {
    return new AiCallMessage.Numbered(this, reader.read(envelope.objectOrEmpty("data")));
  }
}
