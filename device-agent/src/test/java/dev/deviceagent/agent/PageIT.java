package dev.deviceagent.agent;

import static dev.deviceagent.agent.AgentProcess.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The page of a whole process, without a browser. */
@Timeout(120)
class PageIT {
  @TempDir Path folder;

  private final HttpClient http = HttpClient.newHttpClient();

  private String post(String page, String order, String body)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(page + "api/" + order))
            .POST(BodyPublishers.ofString(body))
            .build();
    var answer = http.send(request, BodyHandlers.ofString());
    return answer.statusCode() + " " + answer.body().strip();
  }

  private AgentProcess start(String page) throws IOException {
    return AgentProcess.start(folder, "page: {" + page + "}");
  }

  private static String page(AgentProcess agent) throws IOException {
    var said = agent.awaitLog("page: ");
    return said.substring(said.indexOf("http")).strip();
  }

  @Test
  void ordersGoTheWayOfTheCommands() throws Exception {
    try (var agent = start("listen: '127.0.0.1:0'")) {
      var page = page(agent);
      assertEquals("200 \"link restored\"", post(page, "link", "{\"joined\":true}"));
      agent.awaitStatus(status -> text(status, "state").equals("idle"));
      assertEquals("200 \"emotion happy\"", post(page, "send", "emotion\0{\"message\":\"happy\"}"));
      assertEquals("happy", text(agent.status(), "emotion"));
      assertEquals("200 \"muted\"", post(page, "mute", "{\"on\":true}"));
      assertTrue(post(page, "button", "{\"name\":\"none\",\"pressed\":true}").startsWith("409 "));
      assertTrue(post(page, "fault", "{\"device\":\"volume\"}").startsWith("400 "));
      assertTrue(post(page, "send", "nonsense").startsWith("409 message rejected"));
      assertEquals("200 \"link cut\"", post(page, "link", "{\"joined\":false}"));
      agent.awaitStatus(status -> text(status, "link.reason").equals("cut by hand"));
      try (var bridge = agent.joined()) {
        assertTrue(bridge.settle().isEmpty(), "the pretend bridge has made way");
      }
    }
  }

  @Test
  void aPortThatIsTakenCostsThePageOnly() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var agent = start("listen: '127.0.0.1:" + taken.getLocalPort() + "'")) {
      assertEquals("offline", text(agent.status(), "state"));
    }
  }

  @Test
  void anAgentWithAPageEndsInTime() throws Exception {
    try (var agent = start("listen: '127.0.0.1:0'")) {
      var live = HttpRequest.newBuilder(URI.create(page(agent) + "api/live")).build();
      var answer = http.send(live, BodyHandlers.ofInputStream());
      assertTrue(answer.body().read() >= 0);
      assertEquals(0, agent.terminate());
    }
  }

  @Test
  void withoutAPageTheServerIsNotEvenLoaded() throws Exception {
    try (var agent = start("listen: none")) {
      assertFalse(agent.classes().contains("sun.net.httpserver"));
    }
    try (var agent = start("listen: '127.0.0.1:0'")) {
      page(agent);
      assertTrue(agent.classes().contains("sun.net.httpserver"));
    }
  }
}
