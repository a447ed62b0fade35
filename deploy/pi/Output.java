/** What a command in the machine has printed, both streams, and its exit code. */
record Output(int code, String text) {}
