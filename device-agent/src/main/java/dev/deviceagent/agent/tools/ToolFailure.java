package dev.deviceagent.agent.tools;

import dev.deviceagent.codec.CodecException;
import dev.deviceagent.hal.HalException;
import java.util.Locale;

/** Why a call was not carried out. */
public final class ToolFailure extends Exception {
  private static final long serialVersionUID = 1L;

  /** The kinds of failure, as sent to the cloud in lower case. */
  public enum Kind {
    UNKNOWN_TOOL,
    BAD_ARGUMENTS,
    OUT_OF_RANGE,
    NO_SUCH_DEVICE,
    UNSUPPORTED,
    NOT_FOUND,
    /** The device accepted the command, but its state reads back differently. */
    NOT_DONE,
    DEVICE_ABSENT,
    DEVICE_FAILED,
    /** Too many calls already wait for the device. */
    BUSY,
    TIMEOUT,
    /** The AI was interrupted before the call began. */
    INTERRUPTED;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Kind kind;
  private final String problem;

  public ToolFailure(Kind kind, String problem) {
    super(problem);
    this.kind = kind;
    this.problem = problem;
  }

  /** Invalid arguments. */
  static ToolFailure of(CodecException e) {
    var kind = e.kind() == CodecException.Kind.RANGE ? Kind.OUT_OF_RANGE : Kind.BAD_ARGUMENTS;
    return new ToolFailure(kind, e.getMessage());
  }

  /** The hardware failed. */
  public static ToolFailure of(HalException e) {
    var kind =
        switch (e.kind()) {
          case ABSENT -> Kind.DEVICE_ABSENT;
          case UNSUPPORTED -> Kind.UNSUPPORTED;
          case DENIED, BUSY, FAILED -> Kind.DEVICE_FAILED;
        };
    return new ToolFailure(kind, e.getMessage());
  }

  /** Whether the state of the device is now unknown. */
  public boolean isOfDevice() {
    return kind == Kind.DEVICE_ABSENT || kind == Kind.DEVICE_FAILED || kind == Kind.TIMEOUT;
  }

  public Kind kind() {
    return kind;
  }

  @Override
  public String getMessage() {
    return problem;
  }
}
