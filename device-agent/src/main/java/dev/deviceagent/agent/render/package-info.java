/** Pictures of the light and the face without any hardware, for pages and for looking at them. */
@NullMarked
package dev.deviceagent.agent.render;

import org.jspecify.annotations.NullMarked;
