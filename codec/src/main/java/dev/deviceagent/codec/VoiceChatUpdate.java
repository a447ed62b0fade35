package dev.deviceagent.codec;

import dev.deviceagent.codec.VolcMessage.Command;

/**
 * Volcengine's {@code UpdateVoiceChat}, the form in which a server gives the commands that a device
 * gives as {@code ctrl}. Source: "custom text to speech", server side.
 */
public record VoiceChatUpdate(String appId, String roomId, String taskId, Command command)
    implements Message {

  static VoiceChatUpdate read(Fields fields) throws CodecException {
    return new VoiceChatUpdate(
        fields.text("AppId"),
        fields.text("RoomId"),
        fields.text("TaskId"),
        VolcCodec.readCommand(fields));
  }

  Json.Obj toJson() {
    return VolcCodec.writeCommand(
        Json.object().with("AppId", appId).with("RoomId", roomId).with("TaskId", taskId), command);
  }

  @Override
  public String summary() {
    return "UpdateVoiceChat " + command.name();
  }
}
