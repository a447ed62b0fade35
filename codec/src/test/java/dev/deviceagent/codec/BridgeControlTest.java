package dev.deviceagent.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.deviceagent.codec.BridgeControl.Joined;
import dev.deviceagent.codec.BridgeControl.Left;
import dev.deviceagent.codec.BridgeControl.Level;
import dev.deviceagent.codec.BridgeControl.Told;
import dev.deviceagent.codec.Signal.Speaker;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BridgeControlTest {
  @Test
  void bridgeJoinsAndLeaves() throws CodecException {
    assertEquals(new Joined(), read("{'link':'joined'}"));
    assertEquals(new Left("kicked"), read("{'link':'left','reason':'kicked'}"));
    assertEquals(new Left("the bridge left the room"), read("{'link':'left'}"));
    assertEquals(new Left("the bridge left the room"), read("{'link':'left','reason':null}"));
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 1", "0.6, 0.6", "6e-1, 0.6", "-1, 0", "7, 1", "1e300, 1"})
  void levelIsFromZeroToOne(String level, double value) throws CodecException {
    assertEquals(new Level(value), read("{'level':" + level + "}"));
  }

  @ParameterizedTest
  @CsvSource({"'\"ai\"', AI", "'\"owner\"', OWNER", "null, UNKNOWN"})
  void captionIsASubtitle(String who, Speaker speaker) throws CodecException {
    assertEquals(
        new Signal.Subtitle(speaker, new Redacted("hi")),
        told("caption", "{'caption':{'text':'hi','speaker':" + who + "}}"));
  }

  @Test
  void captionMayNotSayWhoSpeaks() throws CodecException {
    assertEquals(
        new Signal.Subtitle(Speaker.UNKNOWN, new Redacted("hi")),
        told("caption", "{'caption':{'text':'hi'}}"));
  }

  @Test
  void errorIsAnErrorWhateverItSays() throws CodecException {
    assertEquals(
        new Signal.Error("error 30005: room closed"),
        told("error", "{'error':{'code':30005,'message':'room closed'}}"));
    assertEquals(new Signal.Error("error -1"), told("error", "{'error':{'code':-1}}"));
    assertEquals(new Signal.Error("error -1"), told("error", "{'error':{'code':-1,'message':5}}"));
    assertEquals(
        new Signal.Error("the SDK failed: room closed"),
        told("error", "{'error':{'message':'room closed'}}"));
    assertEquals(new Signal.Error("the SDK failed"), told("error", "{'error':{}}"));
  }

  @Test
  void licenceEndsNotBeforeToday() throws CodecException {
    assertEquals(new Signal.LicenceEnds(7), told("licence", "{'licence':{'days':7}}"));
    assertEquals(new Signal.LicenceEnds(0), told("licence", "{'licence':{'days':0}}"));
    assertEquals(new Signal.LicenceEnds(0), told("licence", "{'licence':{'days':-3}}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'weather':'fine'}",
        "{'link':null}",
        "{'level':null}",
        "{'caption':null}",
        "{'reason':5}",
        "{'microphone':'open'}",
        " \n{'channel':{'state':3}}\n"
      })
  void whatThisVersionDoesNotKnowIsToldAsUnknown(String json) throws CodecException {
    assertEquals(new Signal.Unknown(), told("unknown", json));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SYNTAX $ ",
        "SYNTAX $ {",
        "SYNTAX $ {}{}",
        "SYNTAX $ {'link':'joined','link':'left'}",
        "TYPE $ []",
        "TYPE $ 'joined'",
        "RANGE $.link {'link':''}",
        "RANGE $.link {'link':'Joined'}",
        "TYPE $.link {'link':true}",
        "TYPE $.reason {'link':'left','reason':5}",
        "TYPE $.level {'level':'0.5'}",
        "TYPE $.level {'level':true}",
        "LIMIT $.level {'level':1e999}",
        "TYPE $.caption {'caption':'hi'}",
        "MISSING $.caption.text {'caption':{}}",
        "TYPE $.caption.text {'caption':{'text':5}}",
        "RANGE $.caption.speaker {'caption':{'text':'hi','speaker':'robot'}}",
        "TYPE $.caption.speaker {'caption':{'text':'hi','speaker':5}}",
        "TYPE $.error {'error':'room closed'}",
        "TYPE $.error.code {'error':{'code':'30005'}}",
        "TYPE $.licence {'licence':7}",
        "MISSING $.licence.days {'licence':{}}",
        "TYPE $.licence.days {'licence':{'days':'7'}}",
        "RANGE $.licence.days {'licence':{'days':1.5}}",
      })
  void wrongControlIsNamed(String line) {
    var words = line.split(" ", 3);
    var fault = assertThrows(CodecException.class, () -> read(words[2]));
    assertEquals(words[0] + " " + words[1], fault.kind() + " " + fault.path());
  }

  @Test
  void whatIsNotUtf8IsRefused() {
    var bytes = Wire.hex("7b 22 ff 22 3a 31 7d");
    var fault = assertThrows(CodecException.class, () -> BridgeControl.read(bytes));
    assertEquals(CodecException.Kind.ENCODING, fault.kind());
  }

  private static BridgeControl read(String json) throws CodecException {
    return BridgeControl.read(Wire.utf8(json.replace('\'', '"')));
  }

  private static Signal told(String what, String json) throws CodecException {
    var message = assertInstanceOf(Told.class, read(json)).message();
    assertEquals("bridge", message.source());
    assertEquals("control " + what, message.summary());
    assertEquals(List.of(message.signals().getFirst()), message.signals());
    return message.signals().getFirst();
  }
}
