package dev.deviceagent.codec.mcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.deviceagent.codec.CodecException;
import dev.deviceagent.codec.Dialect;
import dev.deviceagent.codec.Fields;
import dev.deviceagent.codec.Json;
import dev.deviceagent.codec.JsonReader;
import dev.deviceagent.codec.Outcome;
import dev.deviceagent.codec.Reply;
import dev.deviceagent.codec.Signal;
import dev.deviceagent.codec.ToCloud;
import dev.deviceagent.codec.ToolCall;
import dev.deviceagent.codec.Wire;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class McpTest {
  private static final Dialect DIALECT = Wire.DIALECTS.get("nertc");
  private static final Outcome LOUDER = new Outcome.Done(Json.object().with("volume", 40));

  /** A message of a dialect that only carries an answer. */
  private record Carried(JsonRpcResponse response) implements ToCloud {
    @Override
    public String summary() {
      return "carried";
    }

    @Override
    public byte[] encode() {
      return Wire.utf8(response.toJson().toString());
    }
  }

  @Test
  void initializeBeginsASessionAndIsAnswered() throws CodecException {
    var signals = signals("'id':1,'method':'initialize','params':{'protocolVersion':'x'}");
    assertEquals(2, signals.size());
    assertEquals(new Signal.NewSession(), signals.getFirst());
    assertEquals(
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"protocolVersion\":\"2024-11-05\","
            + "\"capabilities\":{\"tools\":{}},"
            + "\"serverInfo\":{\"name\":\"device-agent\",\"version\":\"1.2.3\"}}}",
        answer(signals.getLast()));
  }

  @Test
  void pingIsAnswered() throws CodecException {
    assertEquals(
        "{\"jsonrpc\":\"2.0\",\"id\":\"p\",\"result\":{}}", only("'id':'p','method':'ping'"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"resources/list", "tools/Call", "", "天气"})
  void unknownMethodIsAnswered(String method) throws CodecException {
    assertEquals(
        "{\"jsonrpc\":\"2.0\",\"id\":2,\"error\":{\"code\":-32601,\"message\":\"no method '"
            + method
            + "'\"}}",
        only("'id':2,'method':'" + method + "'"));
  }

  @Test
  void listOfToolsIsWanted() throws CodecException {
    var reply = new Reply.Message(DIALECT, "tools/list", Json.of("l"));
    assertEquals(List.of(new Signal.ListTools(reply)), signals("'id':'l','method':'tools/list'"));
    assertEquals(
        "{\"jsonrpc\":\"2.0\",\"id\":\"l\",\"result\":{\"tools\":[]}}",
        Mcp.answer(reply, new Outcome.Done(Json.object().with("tools", List.of())))
            .toJson()
            .toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'name':'A'} | {}",
        "{'name':'A','arguments':null} | {}",
        "{'name':'A','arguments':''} | {}",
        "{'name':'A','arguments':{'volume':40}} | {'volume':40}",
        "{'name':'A','arguments':'{\\'volume\\':40}'} | {'volume':40}",
        "{'name':'A','arguments':{},'_meta':{'progressToken':1}} | {}"
      })
  void callHasItsArguments(String params, String arguments) throws CodecException {
    var id = Json.of(3);
    var given = JsonReader.object(arguments.replace('\'', '"'));
    assertEquals(
        List.of(
            new Signal.Call(
                new ToolCall(id, "A", new ToolCall.Arguments.Given(given)),
                new Reply.Message(DIALECT, "tools/call", id))),
        signals("'id':3,'method':'tools/call','params':" + params));
  }

  /** The call reaches the core; the core answers it with a failure. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | '' | $.params.name: is missing",
        "{'name':7} | '' | $.params.name: must be a string",
        "[] | '' | $.params.name: is missing",
        "{'name':'A','arguments':[1]} | A"
            + " | $.params.arguments: must be an object, or a string that holds one"
      })
  void callThatMakesNoSenseIsACall(String params, String name, String problem)
      throws CodecException {
    var id = Json.of(3);
    assertEquals(
        List.of(
            new Signal.Call(
                new ToolCall(id, name, new ToolCall.Arguments.Malformed(problem)),
                new Reply.Message(DIALECT, "tools/call", id))),
        signals("'id':3,'method':'tools/call','params':" + params));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'method':'notifications/initialized'",
        "'method':'tools/call','params':{'name':'A'}",
        "'method':'initialize'",
        "'id':1,'result':{}",
        "'id':1,'error':{}"
      })
  void whatWantsNoAnswerHasNone(String members) throws CodecException {
    var signals = signals(members);
    assertEquals(1, signals.size());
    assertInstanceOf(Signal.Unused.class, signals.getFirst());
  }

  @Test
  void whatCannotBeReadIsAnsweredAndCounted() throws CodecException {
    var signals = signals("'id':9,'method':5");
    assertEquals(2, signals.size());
    assertEquals(
        "{\"jsonrpc\":\"2.0\",\"id\":9,\"error\":"
            + "{\"code\":-32600,\"message\":\"$.method: must be a string\"}}",
        answer(signals.getFirst()));
    assertInstanceOf(Signal.Malformed.class, signals.getLast());
  }

  @Test
  void resultOfACallIsText() {
    assertEquals(
        "{\"jsonrpc\":\"2.0\",\"id\":3,\"result\":{\"content\":[{\"type\":\"text\","
            + "\"text\":\"{\\\"ok\\\":true,\\\"volume\\\":40}\"}],\"isError\":false}}",
        answer("tools/call", LOUDER));
  }

  @Test
  void failedCallIsAResult() {
    assertEquals(
        "{\"jsonrpc\":\"2.0\",\"id\":3,\"result\":{\"content\":[{\"type\":\"text\",\"text\":"
            + "\"{\\\"ok\\\":false,\\\"error\\\":\\\"range\\\",\\\"message\\\":\\\"0 to 100\\\"}\"}],"
            + "\"isError\":true}}",
        answer("tools/call", new Outcome.Failed("range", "0 to 100", false)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"tools/call", "tools/list"})
  void unknownToolIsAnError(String method) {
    assertEquals(
        "{\"jsonrpc\":\"2.0\",\"id\":3,\"error\":{\"code\":-32602,\"message\":\"no tool 'x'\"}}",
        answer(method, new Outcome.Failed("unknown", "no tool 'x'", true)));
  }

  private static String answer(String method, Outcome outcome) {
    var reply = new Reply.Message(DIALECT, method, Json.of(3));
    return Mcp.answer(reply, outcome).toJson().toString();
  }

  private static List<Signal> signals(String members) throws CodecException {
    var json = ("{'jsonrpc':'2.0'," + members + "}").replace("\\'", "\\\"").replace('\'', '"');
    var rpc = JsonRpcRequest.read(Fields.of(JsonReader.object(json)));
    return Mcp.signals(rpc, Wire.IDENTITY, DIALECT, Carried::new);
  }

  /** The answer to a message whose only signal is that answer. */
  private static String only(String members) throws CodecException {
    var signals = signals(members);
    assertEquals(1, signals.size());
    return answer(signals.getFirst());
  }

  private static String answer(Signal signal) {
    return Wire.text(assertInstanceOf(Signal.Answer.class, signal).message().encode());
  }
}
