package dev.deviceagent.codec;

/**
 * The identity of this device towards a cloud.
 *
 * @param user this device's id in the room (AICall's senderId)
 * @param agent the AI's id in the room (AICall's receiverId)
 * @param version of this program
 */
public record Identity(String user, String agent, String version) {}
