package dev.deviceagent.agent.cli;

import dev.deviceagent.agent.tools.Tools;

/** The command {@code tools}. */
final class ToolsCommand extends Command {
  ToolsCommand() {
    super(
        "prints the tools that this device has, for a vendor's console",
        option("--format", "openai|mcp|text", "the form; without it text"),
        config());
  }

  @Override
  int run(Arguments arguments) throws Failure {
    var config = arguments.config();
    var format = arguments.option("--format");
    var out = arguments.out();
    try (var board = arguments.board(config, Arguments.inspectionThreads())) {
      var tools = new Tools(board, config.aliases());
      switch (format == null ? "text" : format) {
        case "openai" -> out.println(tools.openai());
        case "mcp" -> out.println(tools.mcp());
        case "text" -> {
          for (var tool : tools.all()) {
            out.printf("%-16s %s%n", tool.name(), tool.description());
            out.printf("%-16s %s%n", "", tool.parameters());
          }
        }
        default ->
            throw new Failure(
                Failure.USAGE, "no format '" + format + "'; there are openai, mcp and text");
      }
    }
    return 0;
  }
}
