package dev.deviceagent.glutton;

/**
 * Allocates more memory than the heap has, on the JVM thread that loads it into a running process.
 * The agent's bug handler does not see an exception that this thread does not catch. The class is
 * outside the agent's packages, because their modules would hide it.
 */
public final class Glutton {
  private Glutton() {}

  /** Called by the JVM. */
  public static void agentmain(String options) {
    var memory = new byte[Integer.MAX_VALUE - 8];
    memory[0] = (byte) options.length(); // so that the allocation is not optimised away
  }
}
