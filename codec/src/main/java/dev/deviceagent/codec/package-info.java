/**
 * Codecs of every vendor's format. Everything here is a value or a pure function: no threads, no
 * sockets, no clock. A decoder throws only {@link dev.deviceagent.codec.CodecException}, for any
 * bytes.
 */
@NullMarked
package dev.deviceagent.codec;

import org.jspecify.annotations.NullMarked;
