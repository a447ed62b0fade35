package dev.deviceagent.machine.pi;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@PiPart
@DisplayName("A purge")
class PurgeChecks {
  private final Bench bench;
  private @Nullable GuestInventory after;

  PurgeChecks(Bench bench) {
    this.bench = bench;
  }

  @Test
  @Order(1)
  void aptPurgesThePackage() throws IOException {
    bench
        .speaker()
        .order(
            "DEBIAN_FRONTEND=noninteractive apt-get -qq -o Dpkg::Use-Pty=0 purge device-agent"
                + " </dev/null 2>&1");
    after = new GuestInventory(bench.speaker());
    bench.note("before: " + bench.before().summary());
    bench.note("after:  " + after.summary());
  }

  @Test
  @Order(2)
  void nothingIsLeftBehind() {
    assertEquals(List.of(), requireNonNull(after).beyond(bench.before()));
  }

  @Test
  @Order(3)
  void nothingElseIsRemoved() {
    assertEquals(List.of(), bench.before().beyond(requireNonNull(after)));
  }
}
