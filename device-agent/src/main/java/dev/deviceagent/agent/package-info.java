@org.jspecify.annotations.NullMarked
package dev.deviceagent.agent;
