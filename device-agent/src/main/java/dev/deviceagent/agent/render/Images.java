package dev.deviceagent.agent.render;

import dev.deviceagent.agent.lights.Theme;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.FileImageOutputStream;

/** Writes image files with the JDK's own writers. */
final class Images {
  private static final int SIZE = 320;
  private static final int CELL = 168;
  private static final int CAPTION = 24;
  private static final int COLUMNS = 6;
  private static final int STRIP = 10;
  private static final int HUNDREDTHS = 100;
  private static final String GIF = "javax_imageio_gif_image_1.0";
  private static final Color PAPER = new Color(0x0C, 0x0D, 0x10);

  private Images() {}

  /** Writes a film: animated as {@code .gif}, as a row of frames as {@code .png}. */
  static void write(Frames film, Path file) throws IOException {
    if (file.toString().toLowerCase(Locale.ROOT).endsWith(".gif")) {
      gif(film, file);
    } else {
      png(row(film), file);
    }
  }

  /** A row of up to ten frames of the film. */
  private static BufferedImage row(Frames film) {
    int shown = Math.min(STRIP, film.frames().size());
    var image = new BufferedImage(shown * CELL, CELL, BufferedImage.TYPE_INT_RGB);
    var pen = image.createGraphics();
    for (int i = 0; i < shown; i++) {
      var frame = film.frames().get(i * film.frames().size() / shown);
      Drawing.draw(frame, pen, i * CELL, 0, CELL);
    }
    pen.dispose();
    return image;
  }

  /** Draws every view state with its name. */
  static void sheet(Theme theme, int pixels, Path file) throws IOException {
    var all = Gallery.all(theme);
    int rows = (all.size() + COLUMNS - 1) / COLUMNS;
    int height = CELL + CAPTION;
    var image = new BufferedImage(COLUMNS * CELL, rows * height, BufferedImage.TYPE_INT_RGB);
    var pen = image.createGraphics();
    pen.setColor(PAPER);
    pen.fillRect(0, 0, image.getWidth(), image.getHeight());
    int cell = 0;
    for (var view : all.entrySet()) {
      int x = cell % COLUMNS * CELL;
      int y = cell / COLUMNS * height;
      // Late enough that every crossfade has ended, at an arbitrary point of the motion.
      var frame = Frames.still(view.getValue(), theme, pixels, Duration.ofMillis(4370));
      Drawing.draw(frame, pen, x, y, CELL);
      Drawing.caption(pen, view.getKey(), x + 8, y + CELL + 16);
      cell++;
    }
    pen.dispose();
    png(image, file);
  }

  private static void png(BufferedImage image, Path file) throws IOException {
    try (var out = Files.newOutputStream(file)) {
      ImageIO.write(image, "png", out);
    }
  }

  private static void gif(Frames film, Path file) throws IOException {
    Files.deleteIfExists(file);
    var writer = ImageIO.getImageWritersByFormatName("gif").next();
    try (var out = new FileImageOutputStream(file.toFile())) {
      writer.setOutput(out);
      writer.prepareWriteSequence(null);
      for (var frame : film.frames()) {
        var image = Drawing.of(frame, SIZE);
        var type = ImageTypeSpecifier.createFromRenderedImage(image);
        var data = writer.getDefaultImageMetadata(type, null);
        timed(data);
        writer.writeToSequence(new IIOImage(image, null, data), null);
      }
      writer.endWriteSequence();
    } finally {
      writer.dispose();
    }
  }

  /** Sets the frame's duration, and makes the animation repeat without end. */
  private static void timed(IIOMetadata data) throws IIOInvalidTreeException {
    var root = (IIOMetadataNode) data.getAsTree(GIF);
    var control = (IIOMetadataNode) root.getElementsByTagName("GraphicControlExtension").item(0);
    control.setAttribute("delayTime", String.valueOf(HUNDREDTHS / Frames.FRAMES_A_SECOND));
    control.setAttribute("disposalMethod", "none");
    var again = new IIOMetadataNode("ApplicationExtension");
    again.setAttribute("applicationID", "NETSCAPE");
    again.setAttribute("authenticationCode", "2.0");
    again.setUserObject(new byte[] {1, 0, 0});
    var extensions = new IIOMetadataNode("ApplicationExtensions");
    extensions.appendChild(again);
    root.appendChild(extensions);
    data.setFromTree(GIF, root);
  }
}
