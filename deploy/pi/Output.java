/** The output of a command in the machine, both streams, and its exit code. */
record Output(int code, String text) {}
