package dev.deviceagent.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deviceagent.codec.ToolCall.Arguments;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ToolCallTest {
  @Test
  void everyCallOfAToolMessageIsRead() throws CodecException {
    var calls =
        calls(
            """
            {"id":"1","type":"function","function":{"name":"A","arguments":"{\\"volume\\": 80}"}},
            {"id":"2","function":{"name":"B","arguments":{"volume":80}}},
            {"function":{"name":"播放"}}
            """);
    var volume = new Arguments.Given(JsonReader.object("{\"volume\":80}"));
    assertEquals(
        List.of(
            new ToolCall(Json.of("1"), "A", volume),
            new ToolCall(Json.of("2"), "B", volume),
            new ToolCall(null, "播放", new Arguments.Given(Json.object()))),
        calls);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"name\":\"A\"}",
        "{\"name\":\"A\",\"arguments\":null}",
        "{\"name\":\"A\",\"arguments\":\"\"}",
        "{\"name\":\"A\",\"arguments\":\" \\n\"}",
        "{\"name\":\"A\",\"arguments\":{}}",
        "{\"name\":\"A\",\"arguments\":\"{}\"}"
      })
  void argumentsMayBeNothing(String function) throws CodecException {
    var empty = new ToolCall(null, "A", new Arguments.Given(Json.object()));
    assertEquals(List.of(empty), calls("{\"function\":" + function + "}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"{\"", "\"80\"", "\"[80]\"", "\"null\"", "80", "true", "[80]"})
  void argumentsThatAreNoObjectAreMalformed(String arguments) throws CodecException {
    var calls =
        calls("{\"id\":\"1\",\"function\":{\"name\":\"A\",\"arguments\":" + arguments + "}}");
    assertEquals(1, calls.size());
    assertEquals(Json.of("1"), calls.getFirst().id());
    assertEquals("A", calls.getFirst().name());
    assertTrue(problem(calls.getFirst()).contains("$.data.toolCalls[0].function.arguments"));
  }

  @Test
  void brokenCallDoesNotHideTheOthers() throws CodecException {
    var calls =
        calls(
            """
            5,
            {"id":"2"},
            {"id":"3","function":{}},
            {"id":"4","function":{"name":7}},
            {"id":true,"function":{"name":"E"}},
            {"id":"6","function":{"name":"F","arguments":"{\\"volume\\":"}},
            {"id":"7","function":{"name":"G"}}
            """);
    assertEquals(7, calls.size());
    assertTrue(problem(calls.get(0)).startsWith("$.data.toolCalls[0]: "));
    assertTrue(problem(calls.get(1)).startsWith("$.data.toolCalls[1].function: "));
    assertTrue(problem(calls.get(2)).startsWith("$.data.toolCalls[2].function.name: "));
    assertTrue(problem(calls.get(3)).startsWith("$.data.toolCalls[3].function.name: "));
    assertEquals(Json.of("4"), calls.get(3).id());
    assertTrue(problem(calls.get(4)).startsWith("$.data.toolCalls[4].id: "));
    assertTrue(problem(calls.get(5)).startsWith("$.data.toolCalls[5].function.arguments: "));
    assertEquals(new ToolCall(Json.of("7"), "G", new Arguments.Given(Json.object())), calls.get(6));
  }

  @Test
  void toolCallsMustBeAnArray() throws CodecException {
    assertEquals("TYPE $.data.toolCalls", Wire.fault(Wire.pair("tool", "{\"toolCalls\":{}}")));
    assertEquals(List.of(), calls(""));
  }

  @Test
  void numbersInArgumentsStayAsWritten() throws CodecException {
    var call =
        calls("{\"function\":{\"name\":\"A\",\"arguments\":\"{\\\"a\\\":80.0}\"}}").getFirst();
    var given = assertInstanceOf(Arguments.Given.class, call.arguments());
    assertEquals(new Json.Num("80.0"), given.object().get("a"));
    assertEquals(80, Fields.of(given.object()).integer("a"));
  }

  @Test
  void emptyIdAndNoIdTellNoRepetition() throws CodecException {
    assertFalse(call("{\"function\":{\"name\":\"A\"}}").hasId());
    assertFalse(call("{\"id\":null,\"function\":{\"name\":\"A\"}}").hasId());
    assertFalse(call("{\"id\":\"\",\"function\":{\"name\":\"A\"}}").hasId());
    assertTrue(call("{\"id\":\" \",\"function\":{\"name\":\"A\"}}").hasId());
    assertTrue(call("{\"id\":\"0\",\"function\":{\"name\":\"A\"}}").hasId());
    assertTrue(call("{\"id\":0,\"function\":{\"name\":\"A\"}}").hasId());
  }

  @ParameterizedTest
  @ValueSource(strings = {"7", "0", "-1", "7.0", "1e3"})
  void numberAsIdStaysAsWritten(String id) throws CodecException {
    assertEquals(
        new ToolCall(new Json.Num(id), "A", new Arguments.Given(Json.object())),
        call("{\"id\":" + id + ",\"function\":{\"name\":\"A\"}}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"function\"", "\"tool\"", "\"retrieval\"", "5", "{}", "null"})
  void typeOfACallIsNotRead(String type) throws CodecException {
    assertEquals(
        new ToolCall(Json.of("1"), "A", new Arguments.Given(Json.object())),
        call("{\"id\":\"1\",\"type\":" + type + ",\"function\":{\"name\":\"A\"}}"));
  }

  /** The same elements mean the same calls in both vendors' messages and in an MCP request. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"{\\\"volume\\\":65,\\\"a\\\":{\\\"b\\\":[1]}}\"",
        "{\"volume\":65,\"a\":{\"b\":[1]}}",
        "\" { \\\"volume\\\" : 65 , \\\"a\\\":{\\\"b\\\":[1]}}\\n\""
      })
  void argumentsAreTheSameInEveryMessageThatCalls(String arguments) throws CodecException {
    var given = JsonReader.object("{\"volume\":65,\"a\":{\"b\":[1]}}");
    var expected = List.of(new ToolCall(Json.of("1"), "A", new Arguments.Given(given)));
    var function = "{\"name\":\"A\",\"arguments\":" + arguments + "}";
    var element = "{\"id\":\"1\",\"function\":" + function + "}";
    assertEquals(expected, calls(element));
    assertEquals(expected, Wire.calls(Wire.frame("tool", "{\"tool_calls\":[" + element + "]}")));
    assertEquals(
        expected,
        Wire.calls(
            Wire.pair(
                "mcp",
                "{\"jsonrpc\":\"2.0\",\"id\":\"1\",\"method\":\"tools/call\",\"params\":"
                    + function
                    + "}")));
  }

  private static ToolCall call(String element) throws CodecException {
    return calls(element).getFirst();
  }

  private static List<ToolCall> calls(String elements) throws CodecException {
    return Wire.calls(Wire.pair("tool", "{\"toolCalls\":[" + elements + "]}"));
  }

  private static String problem(ToolCall call) {
    return assertInstanceOf(Arguments.Malformed.class, call.arguments()).problem();
  }
}
