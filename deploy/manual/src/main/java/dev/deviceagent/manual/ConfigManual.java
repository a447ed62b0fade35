package dev.deviceagent.manual;

import dev.deviceagent.manual.Span.Font;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the manual page agent.yaml(5). */
public final class ConfigManual {
  private ConfigManual() {}

  public static String of(ConfigKeys config, @Nullable LocalDate made) {
    var page = new Roff("agent.yaml", 5, made);
    page.section("NAME").words("agent.yaml - the configuration of device-agent");
    page.section("DESCRIPTION");
    config.before().forEach(text -> page.paragraph(Span.of(text)));
    page.section("KEYS").paragraph(Span.of(config.lead()));
    var section = "";
    for (var key : config.keys()) {
      var group = key.name().contains(".") ? key.name().substring(0, key.name().indexOf('.')) : "";
      if (!group.equals(section)) {
        page.subsection(Span.of(group));
        section = group;
      }
      page.item(name(key), Span.of(Sentence.of(key.about())));
    }
    page.section("NOTES");
    config.after().forEach(text -> page.paragraph(Span.of(text)));
    page.section("EXAMPLE").example(config.example());
    page.section("SEE ALSO");
    page.paragraph(Span.of("`device-agent`(1)"));
    page.paragraph(
        Span.of("The pages of *docs/* and *README.md* are in */usr/share/doc/device-agent*."));
    return page.toString();
  }

  private static List<Span> name(ConfigKeys.Key key) {
    var name = new ArrayList<Span>();
    name.add(new Span(Font.CODE, key.name()));
    name.add(new Span(Font.PLAIN, " (default "));
    name.addAll(Span.of(key.otherwise()));
    name.add(new Span(Font.PLAIN, ")"));
    return name;
  }
}
