package dev.deviceagent.codec.nertc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.deviceagent.codec.CodecException;
import dev.deviceagent.codec.Dialect;
import dev.deviceagent.codec.Fields;
import dev.deviceagent.codec.Json;
import dev.deviceagent.codec.JsonReader;
import dev.deviceagent.codec.Redacted;
import dev.deviceagent.codec.Reply;
import dev.deviceagent.codec.Signal;
import dev.deviceagent.codec.Signal.Speaker;
import dev.deviceagent.codec.ToolCall;
import dev.deviceagent.codec.Wire;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON-RPC in NERTC messages. */
class NertcMcpTest {
  private static final Dialect DIALECT = Wire.DIALECTS.get("nertc");

  private static final String CALL =
      "{\"jsonrpc\":\"2.0\",\"id\":12,\"method\":\"tools/call\","
          + "\"params\":{\"name\":\"SetVolume\",\"arguments\":{\"volume\":40}}}";

  /** In a pair, wrapped by LITE mode, in an envelope, in an envelope after the type, and bare. */
  static List<byte[]> shapes() {
    var envelope = "{\"uid\":123,\"type\":\"mcp\",\"data\":" + CALL + "}";
    return List.of(
        Wire.utf8(CALL),
        Wire.utf8("\uFEFF" + CALL + "\n\0"),
        Wire.pair("mcp", CALL),
        Wire.pair("mcp", "\uFEFF" + CALL + "\n\0"),
        Wire.pair("mcp", "{\"payload\":" + CALL + "}"),
        Wire.pair("mcp", envelope),
        Wire.utf8(envelope),
        Wire.utf8("{\"type\":\"mcp\",\"data\":{\"timestamp\":5,\"payload\":" + CALL + "}}"),
        Wire.utf8(Json.object().with("type", "mcp").with("data", CALL).toString()));
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void everyShapeIsTheSameCall(byte[] bytes) throws CodecException {
    var received = Wire.receive(bytes);
    var volume = new ToolCall.Arguments.Given(Json.object().with("volume", 40));
    var id = new Json.Num("12");
    assertEquals("mcp request tools/call", received.summary());
    assertEquals(
        List.of(
            new Signal.Call(
                new ToolCall(id, "SetVolume", volume),
                new Reply.Message(DIALECT, "tools/call", id))),
        received.signals());
  }

  @Test
  void requestOfAnEnvelopeIsWhatTheOwnerSaid() throws CodecException {
    var signals =
        Wire.signals(
            "{\"type\":\"mcp\",\"data\":{\"request\":\"louder\",\"payload\":" + CALL + "}}");
    assertEquals(new Signal.Subtitle(Speaker.OWNER, new Redacted("louder")), signals.getFirst());
    assertInstanceOf(Signal.Call.class, signals.getLast());
  }

  /** Request, its fault, and the id and error code of the answer. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'jsonrpc':'1.0','id':7,'method':'ping'} | RANGE $.jsonrpc | 7 | -32600",
        "{'jsonrpc':2.0,'id':'a','method':'ping'} | TYPE $.jsonrpc | \"a\" | -32600",
        "{'jsonrpc':'2.0','id':{},'method':'ping'} | TYPE $.id | null | -32600",
        "{'jsonrpc':'2.0','id':true,'method':'ping'} | TYPE $.id | null | -32600",
        "{'jsonrpc':'2.0','id':[7],'method':'ping'} | TYPE $.id | null | -32600",
        "{'jsonrpc':'2.0','id':7,'method':5} | TYPE $.method | 7 | -32600",
        "{'jsonrpc':'2.0','id':7} | MISSING $.method | 7 | -32600",
        "{'jsonrpc':'2.0','id':7,'result':1,'method':{}} | TYPE $.method | 7 | -32600",
        "{'jsonrpc':'2.0'} | MISSING $.method | null | -32600"
      })
  void requestThatCannotBeReadIsAnswered(String rpc, String problem, String id, int code)
      throws CodecException {
    var json = rpc.replace('\'', '"');
    assertAnswered(Wire.utf8(json), problem, id, code);
    var path = problem.replace("$", "$.data");
    assertAnswered(Wire.pair("mcp", json), path, id, code);
    assertAnswered(Wire.utf8("{\"type\":\"mcp\",\"data\":" + json + "}"), path, id, code);
    assertAnswered(
        Wire.pair("mcp", "{\"payload\":" + json + "}"),
        problem.replace("$", "$.data.payload"),
        id,
        code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ping", "{", "{\"id\":7,}", "{\"id\":7,\"id\":7}", "{}{}", "\uFEFF"})
  void whatIsNoJsonIsAnswered(String data) throws CodecException {
    assertAnswered(Wire.pair("mcp", data), "SYNTAX $", "null", -32700);
    assertAnswered(
        Wire.utf8(Json.object().with("type", "mcp").with("data", data).toString()),
        "SYNTAX $",
        "null",
        -32700);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[]", "[{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"ping\"}]", "5", "\"x\""})
  void jsonThatIsNoObjectIsNoRequest(String data) throws CodecException {
    assertAnswered(Wire.pair("mcp", data), "TYPE $", "null", -32600);
  }

  @Test
  void objectWithoutMembersIsNoRequest() throws CodecException {
    assertAnswered(Wire.pair("mcp", "{}"), "MISSING $.data.jsonrpc", "null", -32600);
    assertAnswered(
        Wire.utf8("{\"type\":\"mcp\",\"data\":{}}"), "MISSING $.data.jsonrpc", "null", -32600);
    assertAnswered(
        Wire.pair("mcp", "{\"payload\":{}}"), "MISSING $.data.payload.jsonrpc", "null", -32600);
  }

  private static void assertAnswered(byte[] bytes, String problem, String id, int code)
      throws CodecException {
    var received = Wire.receive(bytes);
    assertEquals("mcp unreadable", received.summary());
    assertEquals(2, received.signals().size());
    var malformed = assertInstanceOf(Signal.Malformed.class, received.signals().getLast());
    assertEquals(problem, malformed.problem().kind() + " " + malformed.problem().path());
    var answer = assertInstanceOf(Signal.Answer.class, received.signals().getFirst()).message();
    var call = Fields.of(JsonReader.object(Wire.text(answer.encode())));
    assertEquals("nertc_ai_reply_mcp_tool_call", call.text("call"));
    assertEquals(
        Json.object()
            .with("jsonrpc", "2.0")
            .with("id", JsonReader.read(id))
            .with(
                "error",
                Json.object().with("code", code).with("message", malformed.problem().getMessage())),
        JsonReader.object(call.text("payload")));
  }
}
