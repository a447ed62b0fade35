package dev.deviceagent.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
            new ToolCall("1", "A", volume),
            new ToolCall("2", "B", volume),
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
    assertEquals("1", calls.getFirst().id());
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
            {"id":"4","type":"retrieval","function":{"name":"D"}},
            {"id":5,"function":{"name":"E"}},
            {"id":"6","function":{"name":"F","arguments":"{\\"volume\\":"}},
            {"id":"7","function":{"name":"G"}}
            """);
    assertEquals(7, calls.size());
    assertTrue(problem(calls.get(0)).startsWith("$.data.toolCalls[0]: "));
    assertTrue(problem(calls.get(1)).startsWith("$.data.toolCalls[1].function: "));
    assertTrue(problem(calls.get(2)).startsWith("$.data.toolCalls[2].function.name: "));
    assertTrue(problem(calls.get(3)).startsWith("$.data.toolCalls[3].type: "));
    assertEquals("D", calls.get(3).name());
    assertTrue(problem(calls.get(4)).startsWith("$.data.toolCalls[4].id: "));
    assertTrue(problem(calls.get(5)).startsWith("$.data.toolCalls[5].function.arguments: "));
    assertEquals(new ToolCall("7", "G", new Arguments.Given(Json.object())), calls.get(6));
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

  private static List<ToolCall> calls(String elements) throws CodecException {
    var message = Messages.decode(Wire.pair("tool", "{\"toolCalls\":[" + elements + "]}"));
    return assertInstanceOf(NertcMessage.Tool.class, message).calls();
  }

  private static String problem(ToolCall call) {
    return assertInstanceOf(Arguments.Malformed.class, call.arguments()).problem();
  }
}
