/** The Model Context Protocol over JSON-RPC 2.0, for every dialect that carries it. */
@NullMarked
package dev.deviceagent.codec.mcp;

import org.jspecify.annotations.NullMarked;
