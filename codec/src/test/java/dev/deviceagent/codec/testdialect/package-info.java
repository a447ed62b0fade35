/**
 * An invented vendor: everything that a new dialect needs is in this package. Other code uses only
 * the dialect.
 */
@NullMarked
package dev.deviceagent.codec.testdialect;

import org.jspecify.annotations.NullMarked;
