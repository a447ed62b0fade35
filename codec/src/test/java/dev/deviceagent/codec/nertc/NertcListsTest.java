package dev.deviceagent.codec.nertc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.deviceagent.codec.AlarmEntry;
import dev.deviceagent.codec.CodecException;
import dev.deviceagent.codec.Json;
import dev.deviceagent.codec.Signal;
import dev.deviceagent.codec.Signal.Song;
import dev.deviceagent.codec.Wire;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The cloud's lists: the songs that it found and the alarms that are set. */
class NertcListsTest {
  private static final String SONGS =
      """
      {"need_confirm":false,"song_list":[
        {"index":0,"name":"茉莉花","url":"https://example.invalid/1.mp3","album":"a","artist":"b"},
        {"name":"Greensleeves"}]}
      """;

  @Test
  void songsThatNeedNoConfirmationArePlayed() throws CodecException {
    var expected =
        new Signal.PlaySongs(
            List.of(
                new Song("茉莉花", "b", "https://example.invalid/1.mp3"),
                new Song("Greensleeves", null, null)));
    var asText = Json.object().with("message", SONGS).toString();
    assertEquals(expected, Wire.signal(Wire.pair("songSearch", asText)));
    assertEquals(expected, Wire.signal(Wire.pair("songSearch", "{\"message\":" + SONGS + "}")));
    assertEquals(
        expected, Wire.signal("{\"uid\":7,\"type\":\"songSearch\",\"data\":" + asText + "}"));
    assertEquals("songSearch", Wire.receive(Wire.pair("songSearch", asText)).summary());
  }

  @Test
  void songsThatNeedConfirmationAreNotPlayed() throws CodecException {
    var expected = new Signal.Unused("Songs that the AI found; it asks the owner first.");
    assertEquals(expected, songs(SONGS.replace("false", "true")));
    assertEquals(expected, songs("{\"need_confirm\":false,\"song_list\":[]}"));
  }

  private static Signal songs(String search) throws CodecException {
    return Wire.signal(Wire.pair("songSearch", "{\"message\":" + search + "}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MISSING $.data.message {}",
        "TYPE $.data.message {'message':5}",
        "SYNTAX $ {'message':''}",
        "MISSING $.data.message.song_list {'message':'{}'}",
        "MISSING $.data.message.need_confirm {'message':{'song_list':[]}}",
        "TYPE $.data.message.song_list[1]"
            + " {'message':{'need_confirm':false,'song_list':[{'name':'n'},5]}}",
        "MISSING $.data.message.song_list[0].name"
            + " {'message':{'need_confirm':false,'song_list':[{}]}}",
        "TYPE $.data.message.song_list[0].name"
            + " {'message':{'need_confirm':false,'song_list':[{'name':7}]}}"
      })
  void wrongSongsAreNamed(String line) {
    var words = line.split(" ", 3);
    assertEquals(
        words[0] + " " + words[1],
        Wire.fault(Wire.pair("songSearch", words[2].replace('\'', '"'))));
  }

  @Test
  void alarmsReplaceTheListOfAlarms() throws CodecException {
    var json =
        """
        {"agentEventPayload":{"eventType":"alarm","params":{"alarms":[
          {"id":7,"name":"起床","currentTs":1767225600,"nextTriggerTs":1767229200,
           "status":1,"alarmType":1,"cronExpression":""},
          {"id":8,"name":"medicine","currentTs":1767225600,"nextTriggerTs":1767229260,
           "status":1,"alarmType":2,"cronExpression":"0 0 10 * * ?"}]}}}
        """;
    var sent = Instant.parse("2026-01-01T00:00:00Z");
    var expected =
        new Signal.Alarms(
            List.of(
                new AlarmEntry("7", "起床", sent, Instant.parse("2026-01-01T01:00:00Z"), null),
                new AlarmEntry(
                    "8", "medicine", sent, Instant.parse("2026-01-01T01:01:00Z"), "0 0 10 * * ?")));
    assertEquals(expected, Wire.signal(Wire.pair("agentEvent", json)));
    assertEquals(
        expected, Wire.signal("{\"uid\":7,\"type\":\"agentEvent\",\"data\":" + json + "}"));
    assertEquals("agentEvent alarm 2", Wire.receive(Wire.pair("agentEvent", json)).summary());
  }

  @Test
  void emptyListClearsAllAlarms() throws CodecException {
    assertEquals(new Signal.Alarms(List.of()), Wire.signal(alarms("")));
  }

  /** The vendor's firmware decides by the type alone whether an alarm rings once. */
  @ParameterizedTest
  @CsvSource({
    "1, 0 0 10 * * ?, false",
    "2, 0 0 10 * * ?, true",
    "null, 0 0 10 * * ?, true",
    "'\"1\"', 0 0 10 * * ?, true",
    "2, '', false",
    "2, ' ', false"
  })
  void alarmOfTheTypeOneOffRingsOnce(String type, String cron, boolean isRecurring)
      throws CodecException {
    assertEquals(
        new AlarmEntry("7", "", null, null, isRecurring ? cron : null),
        alarm("{'id':7,'alarmType':" + type + ",'cronExpression':'" + cron + "'}"));
  }

  @Test
  void alarmMayLackAlmostAll() throws CodecException {
    assertEquals(new AlarmEntry("", "", null, null, null), alarm("{}"));
    assertEquals(
        new AlarmEntry("a7", "", null, null, null),
        alarm("{'id':'a7','name':5,'currentTs':null,'cronExpression':{}}"));
  }

  /** The documentation says seconds; a value in milliseconds has three more digits. */
  @ParameterizedTest
  @CsvSource({
    "1767225600, 2026-01-01T00:00:00Z",
    "1767225600000, 2026-01-01T00:00:00Z",
    "1767225600500, 2026-01-01T00:00:00.500Z",
    "1.7672256e9, 2026-01-01T00:00:00Z",
    "10000000000, 2286-11-20T17:46:40Z",
    "10000000001, 1970-04-26T17:46:40.001Z",
    "0, 1970-01-01T00:00:00Z",
    "9223372036854775807, +292278994-08-17T07:12:55.807Z"
  })
  void timeIsInSecondsOrInMilliseconds(String number, Instant time) throws CodecException {
    assertEquals(
        new AlarmEntry("7", "", time, time, null),
        alarm("{'id':7,'currentTs':" + number + ",'nextTriggerTs':" + number + "}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RANGE .nextTriggerTs {'nextTriggerTs':-1}",
        "RANGE .nextTriggerTs {'nextTriggerTs':-9223372036854775808}",
        "RANGE .currentTs {'currentTs':9223372036854775808}",
        "RANGE .currentTs {'currentTs':1767225600.5}",
        "TYPE .currentTs {'currentTs':'1767225600'}",
        "TYPE .id {'id':{}}"
      })
  void wrongAlarmIsNamed(String line) {
    var words = line.split(" ", 3);
    assertEquals(
        words[0] + " $.data.agentEventPayload.params.alarms[0]" + words[1],
        Wire.fault(alarms(words[2])));
  }

  @Test
  void wrongListOfAlarmsIsNamed() {
    assertEquals(
        "MISSING $.data.agentEventPayload.params",
        Wire.fault(Wire.pair("agentEvent", "{\"agentEventPayload\":{\"eventType\":\"alarm\"}}")));
    assertEquals("TYPE $.data.agentEventPayload.params.alarms[0]", Wire.fault(alarms("5")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"agentEventPayload\":5}",
        "{\"agentEventPayload\":{}}",
        "{\"agentEventPayload\":{\"eventType\":5}}",
        "{\"agentEventPayload\":{\"eventType\":\"weather\",\"params\":{\"alarms\":5}}}"
      })
  void anotherEventOfTheAgentIsNotActedOn(String data) throws CodecException {
    assertEquals(
        new Signal.Unused("Known; this device does not act on it."),
        Wire.signal(Wire.pair("agentEvent", data)));
  }

  private static AlarmEntry alarm(String alarm) throws CodecException {
    return ((Signal.Alarms) Wire.signal(alarms(alarm))).alarms().getFirst();
  }

  private static byte[] alarms(String alarms) {
    return Wire.pair(
        "agentEvent",
        ("{'agentEventPayload':{'eventType':'alarm','params':{'alarms':[" + alarms + "]}}}")
            .replace('\'', '"'));
  }
}
