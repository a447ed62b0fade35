package dev.deviceagent.machine.pi;

import dev.deviceagent.machine.Part;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** A part of the checks of the virtual Pi. Its constructor may take the {@link Bench}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Part
@ExtendWith(BenchOfParts.class)
@interface PiPart {
  /**
   * Whether the part continues with the machine and the package of the part before. After a part
   * that failed, it gets new ones. Otherwise the part starts its machine itself.
   */
  boolean continues() default true;
}
