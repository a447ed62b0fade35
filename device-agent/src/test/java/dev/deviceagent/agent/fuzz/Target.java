package dev.deviceagent.agent.fuzz;

import java.io.IOException;
import java.util.List;

/**
 * One place where bytes from outside enter the program. For one thread at a time; a target may be
 * run many thousand times a second and keeps nothing from one input to the next.
 */
public interface Target {
  /**
   * Feeds an input to the program and checks what comes out.
   *
   * @throws AssertionError if a rule is broken; any other exception is a failure too
   */
  void run(byte[] input) throws Exception;

  /** Well-formed and nearly well-formed inputs, from which a fuzzer makes others. */
  List<byte[]> seeds() throws IOException;
}
