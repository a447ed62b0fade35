package dev.deviceagent.codec;

import org.jspecify.annotations.Nullable;

/**
 * A request that an operator's server makes to Alibaba's OpenAPI, as a bridge may hand it on.
 * Source: "sending custom messages to the client" of Intelligent Media Services.
 */
public sealed interface AlibabaServerMessage extends Message {
  /** {@code SendAIAgentDataChannelMessage}: what reaches a device in a call as 1011. */
  record DataChannel(String instanceId, Hidden message) implements AlibabaServerMessage {
    @Override
    public String summary() {
      return "SendAIAgentDataChannelMessage";
    }
  }

  /**
   * {@code SendMessageChatText}: plain text to a chat.
   *
   * @param type {@code announcement} or {@code custom}; any other word is kept
   */
  record ChatText(
      @Nullable String agentId,
      @Nullable String sessionId,
      Hidden text,
      @Nullable String receiverId,
      String type,
      @Nullable Boolean needArchiving)
      implements AlibabaServerMessage {
    @Override
    public String summary() {
      return "SendMessageChatText " + type;
    }
  }

  static boolean isOne(Fields fields) {
    return isDataChannel(fields) || isChatText(fields);
  }

  private static boolean isDataChannel(Fields fields) {
    return fields.has("InstanceId") && fields.has("Message");
  }

  private static boolean isChatText(Fields fields) {
    return fields.has("Text") && fields.has("Type");
  }

  static AlibabaServerMessage read(Fields fields) throws CodecException {
    if (isDataChannel(fields)) {
      return new DataChannel(fields.text("InstanceId"), new Hidden(fields.text("Message")));
    }
    return new ChatText(
        fields.optionalText("AIAgentId"),
        fields.optionalText("SessionId"),
        new Hidden(fields.text("Text")),
        fields.optionalText("ReceiverId"),
        fields.word("Type", Limits.NAME_CHARACTERS),
        fields.optionalTruth("NeedArchiving"));
  }

  default Json.Obj toJson() {
    return switch (this) {
      case DataChannel(var instance, var message) ->
          Json.object().with("InstanceId", instance).with("Message", message.text());
      case ChatText(var agent, var session, var text, var receiver, var type, var archiving) ->
          Json.object()
              .withOptional("AIAgentId", agent)
              .withOptional("SessionId", session)
              .with("Text", text.text())
              .withOptional("ReceiverId", receiver)
              .with("Type", type)
              .withOptional("NeedArchiving", archiving);
    };
  }
}
