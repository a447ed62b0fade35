package dev.deviceagent.codec;

/** One message of a vendor, in or out. {@link Messages} has it from bytes, and back. */
public sealed interface Message
    permits AiCallMessage,
        AlibabaServerMessage,
        NertcMessage,
        NertcCall,
        VolcMessage,
        VoiceChatUpdate {
  /** What it is in a few words for a log: never what people said. */
  String summary();
}
