package dev.deviceagent.agent.config;

import java.util.Comparator;
import java.util.List;

/** A configuration file that cannot be used, with all its problems. */
public final class ConfigException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String file;
  private final transient List<Problem> problems;

  ConfigException(String file, List<Problem> problems) {
    super(file + ": " + problems.size() + " problems");
    this.file = file;
    this.problems =
        problems.stream()
            .sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column))
            .toList();
  }

  /** One line for each problem, in the file's order. */
  public List<String> lines() {
    return problems.stream().map(problem -> problem.at(file)).toList();
  }
}
