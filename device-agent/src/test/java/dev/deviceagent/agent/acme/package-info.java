/** A vendor that is in no program: what adding one takes. */
@NullMarked
package dev.deviceagent.agent.acme;

import org.jspecify.annotations.NullMarked;
