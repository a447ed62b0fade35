package dev.deviceagent.agent.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.deviceagent.agent.Sources;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Seeds from the project's pages and files, so that no copy is needed. */
public final class Seeds {
  private static final Pattern FENCE =
      Pattern.compile("^```(\\w+)\\n(.*?)\\n```$", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern STRING = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*+)\"(\\s*:)?");
  private static final Pattern ELEMENT = Pattern.compile("\\[(\\{.*?\\})[,\\]]", Pattern.DOTALL);
  private static final String MARK = String.valueOf(Stretch.MARK);

  private Seeds() {}

  public static byte[] utf8(String text) {
    return text.getBytes(UTF_8);
  }

  /** Every message of PROTOCOL.md, as an SDK would pass it. */
  public static List<byte[]> messages() throws IOException {
    var messages = new ArrayList<byte[]>();
    messages("json").forEach(text -> messages.add(utf8(text)));
    messages("nertc").forEach(text -> messages.add(utf8(text.replaceFirst("\n", "\0"))));
    messages("volc").forEach(text -> messages.add(frame(utf8(text.replaceFirst("\n", "")))));
    return messages;
  }

  /** The same messages, with each string and each array as long as possible. */
  public static List<byte[]> longMessages() throws IOException {
    var messages = new ArrayList<byte[]>();
    messages("json").forEach(text -> stretched(text).forEach(s -> messages.add(utf8(s))));
    messages("nertc")
        .forEach(
            text -> stretched(text.replaceFirst("\n", "\0")).forEach(s -> messages.add(utf8(s))));
    messages("volc")
        .forEach(text ->
            stretched(text.replaceFirst("\n", "\0\0\0\0")).forEach(s -> messages.add(utf8(s))));
    return messages;
  }

  private static List<String> messages(String tag) throws IOException {
    return fences(Path.of("PROTOCOL.md"), tag);
  }

  /** A Volcengine frame: inserts the length between the four letters and the text. */
  private static byte[] frame(byte[] message) {
    return ByteBuffer.allocate(message.length + 4)
        .put(message, 0, 4)
        .putInt(message.length - 4)
        .put(message, 4, message.length - 4)
        .array();
  }

  private static List<String> stretched(String text) {
    var all = new ArrayList<String>();
    var string = STRING.matcher(text);
    while (string.find()) {
      if (string.group(2) != null) {
        continue; // a name: a long one is rejected early
      }
      int end = string.end(1);
      var last = text.charAt(end - 1) == '"' ? "x" : text.substring(end - 1, end);
      all.add(text.substring(0, end) + MARK + last + MARK + text.substring(end));
    }
    var element = ELEMENT.matcher(text);
    while (element.find()) {
      var repeated =
          MARK + element.group(1).replace("\"id\":\"", "\"id\":\"" + Stretch.NUMBER) + "," + MARK;
      all.add(text.substring(0, element.start(1)) + repeated + text.substring(element.start(1)));
    }
    return all;
  }

  /** The page's fenced blocks with this tag. */
  public static List<String> fences(Path page, String tag) throws IOException {
    var blocks = new ArrayList<String>();
    var fence = FENCE.matcher(Files.readString(Sources.ROOT.resolve(page)));
    while (fence.find()) {
      if (fence.group(1).equals(tag)) {
        blocks.add(fence.group(2));
      }
    }
    return blocks;
  }

  /** The files of a folder whose names end with this text. */
  public static List<byte[]> files(String folder, String ending) throws IOException {
    var contents = new ArrayList<byte[]>();
    try (var files = Files.list(Sources.ROOT.resolve(folder))) {
      for (var file : files.filter(f -> f.toString().endsWith(ending)).sorted().toList()) {
        contents.add(Files.readAllBytes(file));
      }
    }
    return contents;
  }
}
