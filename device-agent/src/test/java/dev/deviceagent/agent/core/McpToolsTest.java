package dev.deviceagent.agent.core;

import static dev.deviceagent.agent.core.Heard.mcp;
import static dev.deviceagent.agent.core.Heard.mcpCall;
import static dev.deviceagent.agent.core.Heard.object;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deviceagent.agent.tools.Tools;
import dev.deviceagent.codec.CodecException;
import dev.deviceagent.codec.Fields;
import dev.deviceagent.codec.Json;
import dev.deviceagent.codec.JsonReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** NERTC's MCP: JSON-RPC in; JSON-RPC out by the SDK's call for it. */
class McpToolsTest {
  private final Scenario scenario = Scenario.joined("link: {dialect: nertc}");

  /** The only answer, unwrapped. */
  private Fields answer() throws CodecException {
    var said = scenario.said();
    assertEquals(1, said.size(), said.toString());
    var call = Fields.of(JsonReader.object(said.getFirst()));
    assertEquals("nertc_ai_reply_mcp_tool_call", call.text("call"));
    var payload = Fields.of(JsonReader.object(call.text("payload")));
    assertEquals("2.0", payload.text("jsonrpc"));
    return payload;
  }

  private Fields answer(String question) throws CodecException {
    scenario.hear(question);
    return answer();
  }

  @Test
  void initializeIsAnsweredWithWhatWeAre() throws Exception {
    var answer = answer(mcp(1, "initialize", Json.object()));
    assertEquals(1, answer.integer("id"));
    var result = answer.object("result");
    assertTrue(result.has("protocolVersion"));
    assertTrue(result.object("capabilities").has("tools"));
    assertEquals("device-agent", result.object("serverInfo").text("name"));
  }

  @Test
  void pingIsAnsweredWithNothing() throws Exception {
    var answer = answer(mcp("p", "ping", Json.object()));
    assertEquals("p", answer.text("id"));
    assertEquals(Json.object(), answer.object("result").object());
  }

  @Test
  void theToolsAreListedWithTheirSchemas() throws Exception {
    var tools = answer(mcp(2, "tools/list", Json.object())).object("result").objects("tools");
    var names = new ArrayList<String>();
    for (var tool : tools) {
      names.add(tool.text("name"));
      assertTrue(!tool.text("description").isBlank());
      assertEquals("object", tool.object("inputSchema").text("type"));
    }
    assertEquals(Tools.NAMES, names);
  }

  @Test
  void anUnknownMethodIsAnError() throws Exception {
    var answer = answer(mcp(3, "resources/list", Json.object()));
    assertEquals(-32601, answer.object("error").integer("code"));
  }

  @Test
  void aNotificationHasNoAnswer() {
    var note = object("jsonrpc", "2.0").with("method", "notifications/initialized");
    scenario.hear(Heard.nertc("mcp", note));
    assertEquals(List.of(), scenario.said());
  }

  @Test
  void aCallIsAnsweredWithWhatWasSeen() throws Exception {
    var result = answer(mcpCall(4, "SetVolume", object("volume", 80))).object("result");
    assertEquals(false, result.truth("isError"));
    var content = result.objects("content").getFirst();
    assertEquals("text", content.text("type"));
    assertEquals(object("ok", true).with("volume", 80), JsonReader.object(content.text("text")));
  }

  @Test
  void aCallThatFailedIsAResultThatSaysSo() throws Exception {
    var result = answer(mcpCall(5, "SetVolume", object("volume", 800))).object("result");
    assertEquals(true, result.truth("isError"));
    var text = JsonReader.object(result.objects("content").getFirst().text("text"));
    assertEquals(Json.of("out_of_range"), text.get("error"));
  }

  @Test
  void aCallOfNoToolIsAnError() throws Exception {
    var answer = answer(mcpCall(6, "Toast", Json.object()));
    assertEquals(-32602, answer.object("error").integer("code"));
    assertTrue(answer.object("error").text("message").contains("Toast"));
  }

  @Test
  void aCallWithoutArgumentsIsACall() throws Exception {
    var answer = answer(mcp(7, "tools/call", object("name", "SetVolume")));
    assertTrue(answer.object("result").truth("isError"));
    var wrong = object("name", "SetVolume").with("arguments", "louder");
    assertTrue(answer(mcp(8, "tools/call", wrong)).object("result").truth("isError"));
    var text = object("name", "SetVolume").with("arguments", "{\"volume\":1}");
    assertFalse(answer(mcp(9, "tools/call", text)).object("result").truth("isError"));
  }

  @Test
  void aRepeatedCallIsAnsweredAgainAndNotRun() throws Exception {
    var change = mcpCall(9, "SetVolume", object("change", 10));
    var first = answer(change);
    assertEquals(first, answer(change));
    assertEquals("60", scenario.status("volume", "percent"));
  }

  @Test
  void aWrappedPayloadIsHeardToo() throws Exception {
    var rpc = object("jsonrpc", "2.0").with("id", 1).with("method", "ping");
    scenario.hear(Heard.nertc("mcp", object("payload", rpc)));
    assertEquals(1, answer().integer("id"));
  }

  @Test
  void aNewSessionCountsItsRequestsFromTheStartAgain() throws Exception {
    var call = mcpCall(1, "SetVolume", object("change", 10));
    answer(call);
    answer(call);
    assertEquals("60", scenario.status("volume", "percent"));
    answer(mcp(0, "initialize", Json.object()));
    answer(call);
    assertEquals("70", scenario.status("volume", "percent"));
  }
}
