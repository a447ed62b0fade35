package dev.deviceagent.agent.control;

/** The agent refuses a request; the message tells a person why. */
public final class Refusal extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * @param reason for a person
   */
  public Refusal(String reason) {
    super(reason);
  }
}
