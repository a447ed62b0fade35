package dev.deviceagent.glutton;

/**
 * Asks for more memory than the heap has, on the thread of the Java virtual machine that loads it
 * into a running process: what escapes there, the agent's handler of bugs does not see. It is in no
 * package of the agent, whose modules would hide it.
 */
public final class Glutton {
  private Glutton() {}

  /** Called by the virtual machine. */
  public static void agentmain(String options) {
    var memory = new byte[Integer.MAX_VALUE - 8];
    memory[0] = (byte) options.length(); // so that it is not left out
  }
}
