/**
 * A fictional vendor: this package contains everything that a new dialect needs. Other code uses
 * only the dialect.
 */
@NullMarked
package dev.deviceagent.codec.testdialect;

import org.jspecify.annotations.NullMarked;
