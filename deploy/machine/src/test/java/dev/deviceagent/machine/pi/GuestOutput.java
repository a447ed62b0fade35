package dev.deviceagent.machine.pi;

/** The output of a command in the machine, both streams, and its exit code. */
record GuestOutput(int code, String text) {}
