package dev.deviceagent.agent.fuzz;

import dev.deviceagent.agent.config.YamlTarget;
import dev.deviceagent.agent.core.CoreTarget;
import dev.deviceagent.agent.link.ControlTarget;
import dev.deviceagent.agent.link.FramesTarget;
import dev.deviceagent.agent.link.MessagesTarget;
import dev.deviceagent.agent.page.PageTarget;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** Every target by name. To add a target, add a line here. */
final class Targets {
  private Targets() {}

  /** Creates a target. It may open sockets, so it is created once and used for many inputs. */
  interface Source {
    Target open() throws Exception;
  }

  static SequencedMap<String, Source> all() {
    var all = new LinkedHashMap<String, Source>();
    all.put("messages", MessagesTarget::new);
    all.put("frames", FramesTarget::new);
    all.put("core", CoreTarget::new);
    all.put("config", YamlTarget::config);
    all.put("board", YamlTarget::board);
    all.put("theme", YamlTarget::theme);
    all.put("sentences", YamlTarget::sentences);
    all.put("control", ControlTarget::new);
    all.put("page", PageTarget::new);
    return all;
  }

  static Target open(String name) throws Exception {
    var source = all().get(name);
    if (source == null) {
      throw new IllegalArgumentException("no target '" + name + "': " + all().keySet());
    }
    return source.open();
  }
}
