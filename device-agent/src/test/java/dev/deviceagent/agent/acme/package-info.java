/** A vendor that is in no program: shows what adding a vendor needs. */
@NullMarked
package dev.deviceagent.agent.acme;

import org.jspecify.annotations.NullMarked;
