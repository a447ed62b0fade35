package dev.deviceagent.codec.aicall;

import dev.deviceagent.codec.CodecException;
import dev.deviceagent.codec.Fields;
import dev.deviceagent.codec.FromCloud;
import dev.deviceagent.codec.Json;
import dev.deviceagent.codec.Limits;
import dev.deviceagent.codec.Redacted;
import dev.deviceagent.codec.Signal.Speaker;
import org.jspecify.annotations.Nullable;

/**
 * A message from Alibaba's AICall: {@code {type, seqId?, senderId, receiverId, data?}} of the data
 * channel, or an OpenAPI request of an operator's server that a bridge forwards. Only what the
 * agent acts on is read; {@link AiCallNumber} lists the numbers. Source: the pages "agent state",
 * "push-to-talk" and "sending custom messages to the client" of Intelligent Media Services, and the
 * last open-source kit (AUIAICall 1.8.0, {@code ARTCAICallMessage.swift}).
 */
sealed interface AiCallMessage extends FromCloud {
  /** A message of the data channel, identified by its number. */
  record Numbered(AiCallNumber number, Body body) implements AiCallMessage {
    @Override
    public String summary() {
      return number.number() + " " + number.title();
    }
  }

  /** A number that no public source documents. */
  record Unknown(int number) implements AiCallMessage {
    @Override
    public String summary() {
      return "number " + number;
    }
  }

  /** {@code SendAIAgentDataChannelMessage}: a device in a call receives it as 1011. */
  record DataChannelRequest(Redacted message) implements AiCallMessage {
    @Override
    public String summary() {
      return "SendAIAgentDataChannelMessage";
    }
  }

  /**
   * {@code SendMessageChatText}.
   *
   * @param type {@code announcement} or {@code custom}; any other word counts as an announcement
   */
  record ChatTextRequest(Redacted text, String type) implements AiCallMessage {
    @Override
    public String summary() {
      return "SendMessageChatText " + type;
    }
  }

  /** The data of a numbered message. */
  sealed interface Body {}

  /**
   * An error of the agent.
   *
   * @param code 4001 routes used up, 4004 no audio pulled, 4005 recognition failed, 4006 avatar
   */
  record AgentError(int code, @Nullable String message) implements Body {
    static AgentError read(Fields data) throws CodecException {
      return new AgentError(data.integer("code"), data.textIfAny("message"));
    }
  }

  /** The agent's state: 1 listening, 2 thinking, 3 speaking. */
  record AgentState(int state) implements Body {
    static AgentState read(Fields data) throws CodecException {
      return new AgentState(data.integer("state"));
    }
  }

  /** Words of the AI or the owner. */
  record Subtitle(Speaker speaker, Redacted text) implements Body {
    static Subtitle ofAi(Fields data) throws CodecException {
      return new Subtitle(Speaker.AI, new Redacted(data.text("text")));
    }

    static Subtitle ofOwner(Fields data) throws CodecException {
      return new Subtitle(Speaker.OWNER, new Redacted(data.text("text")));
    }
  }

  /** The authoritative push-to-talk state. */
  record PushToTalkChanged(boolean enable) implements Body {
    static PushToTalkChanged read(Fields data) throws CodecException {
      return new PushToTalkChanged(data.truth("enable"));
    }
  }

  /**
   * The agent leaves.
   *
   * @param reason 2001 idle, 2002 human takeover ended; 0 another reason, or none given
   */
  record AgentLeaving(int reason, @Nullable String message) implements Body {
    static AgentLeaving read(Fields data) {
      return new AgentLeaving(data.integerOr("reason", 0), data.textIfAny("message"));
    }
  }

  /** The operator's text; by convention JSON in a string. */
  record CustomMessage(Redacted message) implements Body {
    /**
     * Reads JSON text. Also accepts the object itself, because some operators omit the encoding.
     */
    static CustomMessage read(Fields data) throws CodecException {
      return new CustomMessage(
          new Redacted(
              data.find("message") instanceof Json.Obj object
                  ? object.toString()
                  : data.text("message")));
    }
  }

  /** Any word; the documented ones are neutral, happy, angry and sad. */
  record EmotionChanged(String emotion) implements Body {
    static EmotionChanged read(Fields data) throws CodecException {
      return new EmotionChanged(data.word("emotion", Limits.EMOTION_CHARACTERS));
    }
  }

  /** A message that the agent does not use; its data is not read. */
  record Notice(String meaning) implements Body {}
}
