package dev.deviceagent.agent.fuzz;

import java.io.IOException;
import java.util.List;

/**
 * One entry point for bytes from outside. Used by one thread at a time. A fuzzer runs it thousands
 * of times a second, so it keeps nothing between inputs.
 */
public interface Target {
  /**
   * Passes an input to the program and checks the result.
   *
   * @throws AssertionError if a rule is broken; any other exception is a failure too
   */
  void run(byte[] input) throws Exception;

  /** Well-formed and almost well-formed inputs, which a fuzzer mutates. */
  List<byte[]> seeds() throws IOException;
}
