/** What the speaker shows now, whatever the display. */
@NullMarked
package dev.deviceagent.agent.view;

import org.jspecify.annotations.NullMarked;
