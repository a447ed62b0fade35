package dev.deviceagent.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NertcCallTest {
  @Test
  void callsAreTheSdksFunctions() throws CodecException {
    assertCall(new NertcCall.StartListen(), "{\"call\":\"nertc_ai_manual_start_listen\"}");
    assertCall(new NertcCall.StopListen(), "{\"call\":\"nertc_ai_manual_stop_listen\"}");
    assertCall(new NertcCall.Interrupt(), "{\"call\":\"nertc_ai_manual_interrupt\"}");
    assertCall(
        new NertcCall.ExternalTts("hi", InterruptMode.NOW, true),
        "{\"call\":\"nertc_ai_external_tts\",\"text\":\"hi\",\"interruptMode\":1,\"addContext\":true}");
    assertCall(
        new NertcCall.LlmPrompt("hi", InterruptMode.IF_IDLE),
        "{\"call\":\"nertc_ai_llm_prompt\",\"text\":\"hi\",\"interruptMode\":3}");
    assertCall(
        new NertcCall.ReplyMcp(new JsonRpc.Result(new Json.Num("3"), Json.object())),
        "{\"call\":\"nertc_ai_reply_mcp_tool_call\",\"payload\":"
            + "\"{\\\"jsonrpc\\\":\\\"2.0\\\",\\\"id\\\":3,\\\"result\\\":{}}\"}");
  }

  private static void assertCall(NertcCall call, String json) throws CodecException {
    assertEquals(json, Wire.encoded(call));
    assertEquals(call, Wire.decode(json));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 4})
  void interruptModeOfACallIsOneToThree(int mode) {
    var json = "{\"call\":\"nertc_ai_llm_prompt\",\"text\":\"hi\",\"interruptMode\":" + mode + "}";
    assertEquals("RANGE $.interruptMode", Wire.fault(json));
  }

  @Test
  void callThatCannotBeMadeIsRefused() {
    assertEquals("RANGE $.call", Wire.fault("{\"call\":\"nertc_leave\"}"));
    assertEquals("TYPE $.call", Wire.fault("{\"call\":5}"));
    assertEquals("MISSING $.text", Wire.fault("{\"call\":\"nertc_ai_llm_prompt\"}"));
    assertEquals(
        "MISSING $.addContext",
        Wire.fault("{\"call\":\"nertc_ai_external_tts\",\"text\":\"hi\",\"interruptMode\":1}"));
    assertEquals(
        "SYNTAX $", Wire.fault("{\"call\":\"nertc_ai_reply_mcp_tool_call\",\"payload\":\"x\"}"));
  }
}
