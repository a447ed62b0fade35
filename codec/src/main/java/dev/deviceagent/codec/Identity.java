package dev.deviceagent.codec;

/**
 * Who this device is towards a cloud.
 *
 * @param user its own id in the room (AICall's senderId)
 * @param agent the AI's id in the room (AICall's receiverId)
 * @param version of this program
 */
public record Identity(String user, String agent, String version) {}
