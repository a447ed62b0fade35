/**
 * Bytes and values of every vendor's format. Everything here is a value or a pure function: no
 * threads, no sockets, no clock. A decoder throws {@link dev.deviceagent.codec.CodecException} and
 * nothing else, whatever the bytes.
 */
@NullMarked
package dev.deviceagent.codec;

import org.jspecify.annotations.NullMarked;
