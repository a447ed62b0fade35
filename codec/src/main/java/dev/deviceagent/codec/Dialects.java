package dev.deviceagent.codec;

import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** Every dialect by the name it has in a configuration. */
public final class Dialects {
  private Dialects() {}

  /**
   * @param user our own id in the room (AICall's senderId)
   * @param agent the AI's id (its receiverId)
   */
  public static SequencedMap<String, Dialect> all(String user, String agent) {
    var all = new LinkedHashMap<String, Dialect>();
    all.put("aicall", new AiCallDialect(user, agent));
    all.put("nertc", new NertcDialect());
    all.put("volcengine", new VolcDialect());
    return all;
  }
}
