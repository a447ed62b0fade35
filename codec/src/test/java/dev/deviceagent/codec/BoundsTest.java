package dev.deviceagent.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deviceagent.codec.CodecException.Kind;
import dev.deviceagent.codec.ToolCall.Arguments;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One message costs little memory and little time, with any content. */
class BoundsTest {
  @Test
  void aDocumentHasAtMostSoManyValues() throws CodecException {
    var most = "[" + "1,".repeat(Limits.VALUES - 2) + "1]"; // the array is a value too
    assertEquals(most, JsonReader.read(most).toString());
    assertEquals(Kind.LIMIT, fault("[1," + most.substring(1)));
    var objects = members(Limits.VALUES - 1, "{}");
    assertEquals(objects, JsonReader.read(objects).toString());
    assertEquals(Kind.LIMIT, fault(members(Limits.VALUES, "{}")));
  }

  private static String members(int count, String value) {
    return IntStream.range(0, count)
        .mapToObj(i -> "\"" + i + "\":" + value)
        .collect(Collectors.joining(",", "{", "}"));
  }

  /** A later fault is not reached: the remaining text is neither read nor kept. */
  @ParameterizedTest
  @ValueSource(ints = {Limits.MESSAGE_BYTES, Limits.MESSAGE_BYTES_CEILING})
  void aDocumentOfTooManyValuesIsRefusedBeforeItIsRead(int bytes) {
    for (var value : List.of("1,", "\"\",", "{},", "[],", "{\"\":{\"\":{\"\":0}}},")) {
      assertEquals(Kind.LIMIT, fault("[" + value.repeat(bytes / value.length() - 5) + "garbage"));
    }
    var objects = members(bytes / 11, "{}");
    assertEquals(Kind.LIMIT, fault(objects.replaceFirst("}$", "garbage")));
  }

  /** Jackson's name table keeps up to 12,000 names, 6 MB if each has the maximum length. */
  @Test
  void namesOfAMessageAreNotKept() throws CodecException {
    var first = JsonReader.object("{\"remote\":1}").members().firstEntry().getKey();
    var second = JsonReader.object("{\"remote\":2}").members().firstEntry().getKey();
    assertEquals(first, second);
    assertNotSame(first, second);
  }

  @Test
  void aMessageHasAtMostSoManyCalls() throws CodecException {
    var call = "{\"function\":{\"name\":\"A\"}}";
    var most = call + ("," + call).repeat(Limits.CALLS - 1);
    assertEquals(Limits.CALLS, calls(most).size());
    assertEquals(
        "LIMIT $.data.toolCalls",
        Wire.fault(Wire.pair("tool", "{\"toolCalls\":[" + most + "," + call + "]}")));
    assertEquals(
        "LIMIT $.tool_calls",
        Wire.fault(Wire.frame("tool", "{\"tool_calls\":[" + most + "," + call + "]}")));
  }

  @Test
  void aListHasAtMostSoManyElements() throws CodecException {
    var alarm = "{\"id\":1}";
    var most = alarm + ("," + alarm).repeat(Limits.LIST - 1);
    var path = "{\"agentEventPayload\":{\"eventType\":\"alarm\",\"params\":{\"alarms\":[%s]}}}";
    assertEquals(1, Wire.receive(Wire.pair("agentEvent", path.formatted(most))).signals().size());
    assertEquals(
        "LIMIT $.data.agentEventPayload.params.alarms",
        Wire.fault(Wire.pair("agentEvent", path.formatted(most + "," + alarm))));
  }

  /** Many small documents are counted as one large one: 64 of them cost as much. */
  @Test
  void theArgumentsOfAMessageAreCountedTogether() throws CodecException {
    var half = "{\\\"a\\\":[" + "1,".repeat(Limits.VALUES / 2) + "1]}";
    var call = "{\"function\":{\"name\":\"A\",\"arguments\":\"" + half + "\"}}";
    var calls = calls(call + "," + call);
    assertInstanceOf(Arguments.Given.class, calls.get(0).arguments());
    var second = assertInstanceOf(Arguments.Malformed.class, calls.get(1).arguments());
    assertTrue(second.problem().contains("toolCalls[1].function.arguments"), second::problem);
  }

  @Test
  void anIdThatIsTooLongIsNotKept() throws CodecException {
    var longest = "i".repeat(Limits.ID_CHARACTERS);
    var kept = calls("{\"id\":\"" + longest + "\",\"function\":{\"name\":\"A\"}}").getFirst();
    assertEquals(new ToolCall(Json.of(longest), "A", new Arguments.Given(Json.object())), kept);
    var calls =
        calls(
            "{\"id\":\"%si\",\"function\":{\"name\":\"A\"}},{\"function\":{\"name\":\"B\"}}"
                .formatted(longest));
    assertNull(calls.getFirst().id());
    assertFalse(calls.getFirst().hasId());
    assertEquals(
        new Arguments.Malformed("$.data.toolCalls[0].id: exceeds the length limit of an id"),
        calls.getFirst().arguments());
    assertInstanceOf(Arguments.Given.class, calls.get(1).arguments());
  }

  @Test
  void aNumberThatIsTooLongIsNoId() throws CodecException {
    var longest = "7".repeat(Limits.NUMBER_CHARACTERS);
    var call = "{\"id\":%s,\"function\":{\"name\":\"A\"}}";
    assertEquals(new Json.Num(longest), calls(call.formatted(longest)).getFirst().id());
    assertNull(calls(call.formatted(longest + "7")).getFirst().id());
  }

  @Test
  void aFunctionsNameThatIsTooLongIsNotKept() throws CodecException {
    var name = "播".repeat(Limits.NAME_CHARACTERS);
    var call = "{\"id\":\"1\",\"function\":{\"name\":\"%s\"}}";
    assertEquals(name, calls(call.formatted(name)).getFirst().name());
    assertEquals(
        new ToolCall(
            Json.of("1"),
            "",
            new Arguments.Malformed(
                "$.data.toolCalls[0].function.name: is longer than 256 characters")),
        calls(call.formatted(name + "放")).getFirst());
  }

  private static List<ToolCall> calls(String elements) throws CodecException {
    return Wire.calls(Wire.pair("tool", "{\"toolCalls\":[" + elements + "]}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$.type 256 {'type':'%s','data':{}}",
        "$.data.event 256 {'type':'event','data':{'event':'%s'}}",
        "$.data.message 64 {'type':'emotion','data':{'message':'%s'}}",
        "$.data.state 256 {'type':'tts','data':{'state':'%s'}}",
        "$.data.content.type 256 {'type':'content','data':{'content':{'type':'%s'}}}",
        "$.data.content.message 64"
            + " {'type':'content','data':{'content':{'type':'emotion','message':'%s'}}}",
        "$.data.emotion 64 {'type':1014,'data':{'emotion':'%s'}}",
        "$.Type 256 {'Text':'t','Type':'%s'}",
      })
  void aNameThatIsKeptOrLoggedIsLimited(String line) throws CodecException {
    var words = line.split(" ", 3);
    var json = words[2].replace('\'', '"');
    var longest = "n".repeat(Integer.parseInt(words[1]));
    Wire.receive(json.formatted(longest));
    assertEquals("LIMIT " + words[0], Wire.fault(json.formatted(longest + "n")));
  }

  /** Such a request is answered, and nothing but the answer is kept. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "$.id {'jsonrpc':'2.0','id':'%s','method':'notifications/a'}",
        "$.method {'jsonrpc':'2.0','id':1,'method':'%s'}",
        "$.method {'jsonrpc':'2.0','method':'%s'}",
      })
  void aNameOfARequestIsLimited(String line) throws CodecException {
    var words = line.split(" ", 2);
    var json = words[1].replace('\'', '"');
    var longest = "n".repeat(256);
    assertFalse(hasMalformed(json.formatted(longest)));
    var signals = Wire.signals(json.formatted(longest + "n"));
    var problem = assertInstanceOf(Signal.Malformed.class, signals.getLast()).problem();
    assertEquals(Kind.LIMIT, problem.kind());
    assertEquals(words[0], problem.path());
    assertFalse(signals.toString().contains(longest), signals::toString);
  }

  private static boolean hasMalformed(String json) throws CodecException {
    return Wire.signals(json).stream().anyMatch(Signal.Malformed.class::isInstance);
  }

  @Test
  void aNameOfVolcengineIsLimited() throws CodecException {
    var json = "{\"event_type\":\"%s\"}";
    Wire.receive(Wire.frame("info", json.formatted("n".repeat(256))));
    assertEquals(
        "LIMIT $.event_type", Wire.fault(Wire.frame("info", json.formatted("n".repeat(257)))));
  }

  @Test
  void theTypeOfAPairIsLimited() throws CodecException {
    var longest = "a".repeat(Limits.NAME_CHARACTERS);
    assertEquals("type " + longest, Wire.receive(Wire.pair(longest, "{}")).summary());
    assertEquals("LIMIT $", Wire.fault(Wire.pair(longest + "a", "{}")));
  }

  /** A summary is one log line, so it is short. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'call':'%s'}",
        "{'type':'content','data':{'content':{'type':'t','message':'%s'}}}",
        "{'type':1200,'data':{'message':'%s'}}",
        "{'AppId':'a','Command':'%s'}",
        "{'jsonrpc':'2.0','id':1,'result':'%s'}",
      })
  void whatIsNotKeptIsNotLimited(String json) throws CodecException {
    var received = Wire.receive(json.replace('\'', '"').formatted("t".repeat(10_000)));
    assertTrue(received.summary().length() < 100, received::summary);
    assertTrue(received.toString().length() < 500, received::toString);
  }

  @Test
  void subtitlesHaveAtMostSoManyLines() throws CodecException {
    var most = "{\"text\":\"\"}" + ",{\"text\":\"\"}".repeat(Limits.SUBTITLE_LINES - 1);
    assertEquals(
        Limits.SUBTITLE_LINES,
        Wire.signals(Wire.frame("subv", "{\"data\":[" + most + "]}")).size());
    assertEquals(
        "LIMIT $.data",
        Wire.fault(Wire.frame("subv", "{\"data\":[" + most + ",{\"text\":\"\"}]}")));
  }

  @Test
  void listsOfSongsAndAlarmsAreLimited() throws CodecException {
    var songs = "{\"message\":{\"need_confirm\":false,\"song_list\":[%s]}}";
    var song = "{\"name\":\"n\"}";
    var most = song + ("," + song).repeat(Limits.LIST - 1);
    assertInstanceOf(
        Signal.PlaySongs.class, Wire.signal(Wire.pair("songSearch", songs.formatted(most))));
    assertEquals(
        "LIMIT $.data.message.song_list",
        Wire.fault(Wire.pair("songSearch", songs.formatted(most + "," + song))));
    var alarms = "{\"agentEventPayload\":{\"eventType\":\"alarm\",\"params\":{\"alarms\":[%s]}}}";
    var empty = "{}" + ",{}".repeat(Limits.LIST - 1);
    assertInstanceOf(
        Signal.Alarms.class, Wire.signal(Wire.pair("agentEvent", alarms.formatted(empty))));
    assertEquals(
        "LIMIT $.data.agentEventPayload.params.alarms",
        Wire.fault(Wire.pair("agentEvent", alarms.formatted(empty + ",{}"))));
  }

  private static Kind fault(String text) {
    return assertThrows(CodecException.class, () -> JsonReader.read(text)).kind();
  }
}
