package dev.deviceagent.codec.nertc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.deviceagent.codec.CodecException;
import dev.deviceagent.codec.InterruptMode;
import dev.deviceagent.codec.Json;
import dev.deviceagent.codec.Received;
import dev.deviceagent.codec.Redacted;
import dev.deviceagent.codec.Signal;
import dev.deviceagent.codec.Wire;
import dev.deviceagent.codec.mcp.JsonRpcResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NertcCallTest {
  @Test
  void callsAreTheSdksFunctions() {
    assertCall(new NertcCall.StartListen(), "{\"call\":\"nertc_ai_manual_start_listen\"}");
    assertCall(new NertcCall.StopListen(), "{\"call\":\"nertc_ai_manual_stop_listen\"}");
    assertCall(new NertcCall.Interrupt(), "{\"call\":\"nertc_ai_manual_interrupt\"}");
    assertCall(
        new NertcCall.ExternalTts(new Redacted("hi"), InterruptMode.NOW, true),
        "{\"call\":\"nertc_ai_external_tts\",\"text\":\"hi\",\"interruptMode\":1,\"addContext\":true}");
    assertCall(
        new NertcCall.LlmPrompt(new Redacted("hi"), InterruptMode.IF_IDLE),
        "{\"call\":\"nertc_ai_llm_prompt\",\"text\":\"hi\",\"interruptMode\":3}");
    assertCall(
        new NertcCall.ReplyMcp(new JsonRpcResponse.Result(new Json.Num("3"), Json.object())),
        "{\"call\":\"nertc_ai_reply_mcp_tool_call\",\"payload\":"
            + "\"{\\\"jsonrpc\\\":\\\"2.0\\\",\\\"id\\\":3,\\\"result\\\":{}}\"}");
  }

  private static void assertCall(NertcCall call, String json) {
    assertEquals(json, Wire.text(call.encode()));
    assertEquals("{\"call\":\"" + call.summary() + "\"", json.replaceFirst("[,}].*$", ""));
  }

  @ParameterizedTest
  @EnumSource
  void interruptModeIsItsNumber(InterruptMode mode) {
    var number = "\"interruptMode\":" + mode.number();
    assertEquals(
        "{\"call\":\"nertc_ai_external_tts\",\"text\":\"你\\\"\","
            + number
            + ",\"addContext\":false}",
        Wire.text(new NertcCall.ExternalTts(new Redacted("你\""), mode, false).encode()));
    assertEquals(
        "{\"call\":\"nertc_ai_llm_prompt\",\"text\":\"\"," + number + "}",
        Wire.text(new NertcCall.LlmPrompt(new Redacted(""), mode).encode()));
  }

  /** Calls go to a bridge; one that arrives is ignored and not rejected. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"call\":\"nertc_ai_manual_interrupt\"}",
        "{\"call\":\"nertc_ai_external_tts\",\"text\":\"hi\",\"interruptMode\":4}",
        "{\"call\":\"nertc_ai_llm_prompt\"}",
        "{\"call\":\"nertc_ai_reply_mcp_tool_call\",\"payload\":\"x\"}",
        "{\"call\":\"nertc_leave\"}",
        "{\"call\":5}"
      })
  void callThatComesBackIsUnknown(String json) throws CodecException {
    assertEquals(
        new Received("nertc", "type call", List.of(new Signal.Unknown())), Wire.receive(json));
  }
}
