/** Images of the light and the face without hardware, for the documentation and for inspection. */
@NullMarked
package dev.deviceagent.agent.render;

import org.jspecify.annotations.NullMarked;
