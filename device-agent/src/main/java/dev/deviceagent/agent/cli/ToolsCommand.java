package dev.deviceagent.agent.cli;

import dev.deviceagent.agent.tools.Tools;

/** The command {@code tools}. */
final class ToolsCommand extends Command {
  ToolsCommand() {
    super(
        "prints the tools of this device, to enter in a vendor's console",
        option("--format", "openai|mcp|text", "the output format; default: text"),
        config());
  }

  @Override
  int run(ParsedCommand arguments) throws Failure {
    var config = arguments.config();
    var format = arguments.option("--format");
    var out = arguments.out();
    try (var board = arguments.board(config, ParsedCommand.inspectionThreads())) {
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
                Failure.USAGE, "unknown format '" + format + "'; use openai, mcp or text");
      }
    }
    return 0;
  }
}
