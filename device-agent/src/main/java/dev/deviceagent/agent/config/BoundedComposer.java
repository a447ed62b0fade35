package dev.deviceagent.agent.config;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.ComposerException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.parser.Parser;

/**
 * Composes the nodes of a YAML document with a limit on their nesting. The library's composer
 * recurses for each level and has no limit: 1,000 open brackets overflow the stack.
 */
final class BoundedComposer extends Composer {
  /** Levels of mappings and sequences; our deepest file has 5. */
  private static final int DEPTH = 32;

  private int depth;

  BoundedComposer(LoadSettings settings, Parser parser) {
    super(settings, parser);
  }

  @Override
  protected Node composeMappingNode(Optional<Anchor> anchor) {
    enter();
    var node = super.composeMappingNode(anchor);
    depth--;
    return node;
  }

  @Override
  protected SequenceNode composeSequenceNode(Optional<Anchor> anchor) {
    enter();
    var node = super.composeSequenceNode(anchor);
    depth--;
    return node;
  }

  private void enter() {
    if (++depth > DEPTH) {
      throw new ComposerException(
          "nested deeper than " + DEPTH + " levels", parser.peekEvent().getStartMark());
    }
  }
}
