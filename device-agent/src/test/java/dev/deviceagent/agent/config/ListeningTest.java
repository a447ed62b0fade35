package dev.deviceagent.agent.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListeningTest {
  private static Config.Page page(String yaml) throws ConfigException {
    var reader = new ConfigReader(List.of("SetVolume"), List.of("sim"));
    return reader.parse("page: {" + yaml + "}", "test", Path.of("/etc/it")).page();
  }

  private static String problem(String yaml) {
    return assertThrows(ConfigException.class, () -> page(yaml)).lines().getFirst();
  }

  @Test
  void thereIsNoPageUnlessOneIsAskedFor() throws Exception {
    assertNull(page("").listen());
    assertNull(page("listen: none").listen());
  }

  @Test
  void anAddressAndAPortAreListenedTo() throws Exception {
    assertEquals("/127.0.0.1:8377", String.valueOf(page("listen: '127.0.0.1:8377'").listen()));
    assertEquals("/[0:0:0:0:0:0:0:1]:0", String.valueOf(page("listen: '[::1]:0'").listen()));
    assertTrue(String.valueOf(page("listen: 'localhost:1'").listen()).endsWith("/127.0.0.1:1"));
  }

  @Test
  void beyondThisMachineATokenIsNeeded() throws Exception {
    assertTrue(
        problem("listen: '0.0.0.0:8377'")
            .contains("'page.listen': is reachable from other machines"));
    assertTrue(problem("listen: '192.168.1.7:80'").contains("page.token_file"));
    var page = page("listen: '0.0.0.0:8377', token_file: token");
    assertEquals(Path.of("/etc/it/token"), page.tokenFile());
  }

  @Test
  void whatIsNoAddressIsToldSo() {
    assertTrue(problem("listen: '8377'").contains("127.0.0.1:8377"));
    assertTrue(problem("listen: 'speaker.local:80'").contains("is not an address"));
    assertTrue(problem("listen: '127.0.0.1:99999'").contains("and a port"));
  }

  @Test
  void onlyASimulatedSpeakerIsControlledUnlessToldOtherwise() throws Exception {
    assertTrue(page("").allows(true));
    assertFalse(page("").allows(false));
    assertTrue(page("control: yes").allows(false));
    assertFalse(page("control: no").allows(true));
    assertTrue(problem("control: perhaps").contains("auto, yes or no"));
  }
}
