package dev.deviceagent.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.deviceagent.codec.JsonRpc.Failure;
import dev.deviceagent.codec.JsonRpc.Notification;
import dev.deviceagent.codec.JsonRpc.Request;
import dev.deviceagent.codec.JsonRpc.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonRpcTest {
  private static final Json.Num ONE = new Json.Num("1");

  @Test
  void requestKeepsTheKindOfItsId() throws CodecException {
    var params = Json.object().with("cursor", "");
    assertGoesThereAndBack(
        new Request(ONE, "tools/list", params),
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\",\"params\":{\"cursor\":\"\"}}");
    assertGoesThereAndBack(
        new Request(new Json.Text("1"), "tools/list", params),
        "{\"jsonrpc\":\"2.0\",\"id\":\"1\",\"method\":\"tools/list\",\"params\":{\"cursor\":\"\"}}");
  }

  @Test
  void requestWithoutIdIsANotification() throws CodecException {
    var expected = new Notification("ping", Json.object());
    assertEquals(expected, read("{\"jsonrpc\":\"2.0\",\"method\":\"ping\"}"));
    assertEquals(expected, read("{\"jsonrpc\":\"2.0\",\"id\":null,\"method\":\"ping\"}"));
    assertGoesThereAndBack(expected, "{\"jsonrpc\":\"2.0\",\"method\":\"ping\",\"params\":{}}");
  }

  @Test
  void resultMayBeAnythingEvenNull() throws CodecException {
    assertGoesThereAndBack(
        new Result(ONE, new Json.Bool(true)), "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":true}");
    assertGoesThereAndBack(
        new Result(ONE, Json.NULL), "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":null}");
  }

  @Test
  void errorMayHaveNoCodeAndNoId() throws CodecException {
    assertGoesThereAndBack(
        new Failure(ONE, JsonRpc.INVALID_PARAMS, "no"),
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":-32602,\"message\":\"no\"}}");
    assertGoesThereAndBack(
        new Failure(ONE, null, "no"),
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"message\":\"no\"}}");
    assertGoesThereAndBack(
        new Failure(Json.NULL, JsonRpc.INVALID_REQUEST, "no"),
        "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32600,\"message\":\"no\"}}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"jsonrpc\":\"1.0\",\"method\":\"a\"} | RANGE $.jsonrpc",
        "{\"jsonrpc\":2.0,\"method\":\"a\"} | TYPE $.jsonrpc",
        "{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":\"a\"} | TYPE $.id",
        "{\"jsonrpc\":\"2.0\",\"id\":true,\"method\":\"a\"} | TYPE $.id",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":5} | TYPE $.method",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"a\",\"params\":[]} | TYPE $.params",
        "{\"jsonrpc\":\"2.0\",\"id\":1} | MISSING $.method",
        "{\"jsonrpc\":\"2.0\"} | MISSING $.id",
        "{\"jsonrpc\":\"2.0\",\"result\":1} | MISSING $.id",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":\"no\"} | TYPE $.error",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{}} | MISSING $.error.message"
      })
  void brokenRpcIsNamed(String json, String fault) {
    assertEquals(fault, Wire.fault(json));
  }

  private static JsonRpc read(String json) throws CodecException {
    return JsonRpc.read(Fields.of(JsonReader.object(json)));
  }

  private static void assertGoesThereAndBack(JsonRpc rpc, String json) throws CodecException {
    assertEquals(json, rpc.toJson().toString());
    assertEquals(rpc, read(json));
  }
}
