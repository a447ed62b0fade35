package dev.deviceagent.codec.mcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.deviceagent.codec.CodecException;
import dev.deviceagent.codec.Fields;
import dev.deviceagent.codec.Json;
import dev.deviceagent.codec.JsonReader;
import dev.deviceagent.codec.mcp.JsonRpcRequest.Notification;
import dev.deviceagent.codec.mcp.JsonRpcRequest.Request;
import dev.deviceagent.codec.mcp.JsonRpcRequest.Response;
import dev.deviceagent.codec.mcp.JsonRpcRequest.Unreadable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonRpcTest {
  private static final Json.Num ONE = new Json.Num("1");

  @Test
  void requestKeepsTheKindOfItsId() throws CodecException {
    var params = new Fields(Json.object().with("cursor", ""), "$.params");
    assertEquals(
        new Request(ONE, "tools/list", params),
        read("{'jsonrpc':'2.0','id':1,'method':'tools/list','params':{'cursor':''}}"));
    assertEquals(
        new Request(new Json.Text("1"), "tools/list", params),
        read("{'jsonrpc':'2.0','id':'1','method':'tools/list','params':{'cursor':''}}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ",'params':null", ",'params':[]", ",'params':5", ",'params':{}"})
  void paramsThatAreNoObjectAreEmpty(String params) throws CodecException {
    assertEquals(
        new Request(ONE, "ping", new Fields(Json.object(), "$.params")),
        read("{'jsonrpc':'2.0','id':1,'method':'ping'" + params + "}"));
  }

  @Test
  void requestWithoutIdIsANotification() throws CodecException {
    assertEquals(new Notification("ping"), read("{'jsonrpc':'2.0','method':'ping'}"));
    assertEquals(new Notification("ping"), read("{'jsonrpc':'2.0','id':null,'method':'ping'}"));
  }

  /** Some released firmware omits the code of an error, some omits the version. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'jsonrpc':'2.0','id':1,'result':true}",
        "{'jsonrpc':'2.0','id':1,'result':null}",
        "{'jsonrpc':'2.0','result':{}}",
        "{'jsonrpc':'2.0','id':1,'error':{'code':-32602,'message':'no'}}",
        "{'jsonrpc':'2.0','id':1,'error':{'message':'no'}}",
        "{'jsonrpc':'2.0','id':null,'error':{}}",
        "{'jsonrpc':'2.0','id':1,'error':'no'}",
        "{'id':1,'result':0}"
      })
  void answerIsNotRead(String json) throws CodecException {
    assertEquals(new Response(), read(json));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'jsonrpc':'1.0','method':'a'} | RANGE $.jsonrpc | null",
        "{'jsonrpc':2.0,'method':'a'} | TYPE $.jsonrpc | null",
        "{'id':1,'method':'a'} | MISSING $.jsonrpc | 1",
        "{'jsonrpc':'2.0','id':{},'method':'a'} | TYPE $.id | null",
        "{'jsonrpc':'2.0','id':{},'result':1} | TYPE $.id | null",
        "{'jsonrpc':'2.0','id':1,'method':5} | TYPE $.method | 1",
        "{'jsonrpc':'2.0','id':'x'} | MISSING $.method | \"x\"",
        "{'jsonrpc':'2.0','id':1,'error':null} | MISSING $.method | 1",
        "{} | MISSING $.jsonrpc | null"
      })
  void whatIsNoRequestIsUnreadable(String json, String fault, String id) throws CodecException {
    var unreadable = assertInstanceOf(Unreadable.class, read(json));
    assertEquals(fault, unreadable.problem().kind() + " " + unreadable.problem().path());
    assertEquals(JsonReader.read(id), unreadable.id());
    assertEquals(JsonRpcResponse.INVALID_REQUEST, unreadable.code());
  }

  @ParameterizedTest
  @CsvSource({"'', -32700", "'{', -32700", "ping, -32700", "[], -32600", "7, -32600", "{}, -32600"})
  void textThatIsNoRequestIsUnreadable(String text, int code) {
    var unreadable = assertInstanceOf(Unreadable.class, JsonRpcRequest.read(text, "$.data"));
    assertEquals(code, unreadable.code());
    assertEquals(Json.NULL, unreadable.id());
  }

  @Test
  void textIsReadLikeItsObject() {
    assertEquals(
        new Request(ONE, "ping", new Fields(Json.object(), "$.data.params")),
        JsonRpcRequest.read("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}", "$.data"));
  }

  @Test
  void responsesAreTheseTexts() {
    assertEquals(
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"a\":true}}",
        new JsonRpcResponse.Result(ONE, Json.object().with("a", true)).toJson().toString());
    assertEquals(
        "{\"jsonrpc\":\"2.0\",\"id\":\"1\",\"error\":{\"code\":-32602,\"message\":\"no\"}}",
        new JsonRpcResponse.Failure(Json.of("1"), JsonRpcResponse.INVALID_PARAMS, "no")
            .toJson()
            .toString());
    assertEquals(
        "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32600,\"message\":\"no\"}}",
        new JsonRpcResponse.Failure(Json.NULL, JsonRpcResponse.INVALID_REQUEST, "no")
            .toJson()
            .toString());
  }

  private static JsonRpcRequest read(String json) throws CodecException {
    return JsonRpcRequest.read(Fields.of(JsonReader.object(json.replace('\'', '"'))));
  }
}
