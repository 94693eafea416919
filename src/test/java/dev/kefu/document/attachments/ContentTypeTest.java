package dev.kefu.document.attachments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kefu.document.AttachmentTrial;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ContentTypeTest {

  private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";

  @TempDir private Path folder;

  static Stream<Arguments> accepted() throws IOException {
    return Stream.of(
        Arguments.of("a.pdf", AttachmentTrial.PDF, "application/pdf"), Arguments.of("a.PNG", picture("png"), "image/png"),
        Arguments.of("a.jpeg", picture("jpg"), "image/jpeg"), Arguments.of("a.gif", picture("gif"), "image/gif"),
        Arguments.of("a.webp", bytes("RIFF\u001A\u0000\u0000\u0000WEBPVP8L\r\u0000\u0000\u0000/\u0000\u0000\u0000"), "image/webp"),
        Arguments.of("a.docx", office(OFFICE + "wordprocessingml.document.main+xml"), OFFICE + "wordprocessingml.document"),
        Arguments.of("a.xlsx", office(OFFICE + "spreadsheetml.sheet.main+xml"), OFFICE + "spreadsheetml.sheet"),
        Arguments.of("a.pptx", office(OFFICE + "presentationml.presentation.main+xml"), OFFICE + "presentationml.presentation"),
        Arguments.of("a.txt", "說明 𠮷\r\n".getBytes(StandardCharsets.UTF_8), "text/plain"),
        Arguments.of("a.csv", "日期,金額\n2026-11-24,12.50\n".repeat(400).getBytes(Charset.forName("GB18030")), "text/csv"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("accepted")
  void whatAFileIsStandsInItsContent(String name, byte[] content, String type) throws Exception {
    assertThat(ContentType.of(Files.write(folder.resolve("content"), content), name)).isEqualTo(type);
  }

  static Stream<Arguments> refused() throws IOException {
    return Stream.of(
        Arguments.of("program.pdf", bytes("MZ\u0090\u0000\u0003\u0000\u0000\u0000PE\u0000\u0000"), "content"), Arguments.of("a.exe", AttachmentTrial.PDF, ".exe"),
        Arguments.of("page.txt", bytes("<html><script>alert(1)</script></html>"), "content"), Arguments.of("page.pdf", bytes("<!DOCTYPE html><html></html>"), "content"),
        Arguments.of("drawing.png", bytes("<svg xmlns=\"http://www.w3.org/2000/svg\"/>"), "content"), Arguments.of("data.txt", bytes("<?xml version=\"1.0\"?><a/>"), "content"),
        Arguments.of("drawing.svg", bytes("<svg/>"), ".svg"), Arguments.of("picture.pdf", picture("png"), "ending .pdf"), Arguments.of("a.png", AttachmentTrial.PDF, "ending .png"),
        Arguments.of("binary.txt", new byte[] {1, 2, 3, 0, (byte) 0xff}, "content"), Arguments.of("half.txt", bytes("a\u0000b"), "content"),
        Arguments.of("archive.docx", zip(Map.of("a.txt", "text")), "content"),
        Arguments.of("macros.docx", office("application/vnd.ms-word.document.macroEnabled.main+xml"), "content"),
        Arguments.of("macros.xlsx", zip(Map.of("[Content_Types].xml", OFFICE + "spreadsheetml.sheet.main+xml", "xl/vbaProject.bin", "x")), "content"),
        Arguments.of("table.docx", office(OFFICE + "spreadsheetml.sheet.main+xml"), "ending .docx"),
        Arguments.of("damaged.docx", Arrays.copyOf(office(OFFICE + "wordprocessingml.document.main+xml"), 60), "content"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void whatIsNotAllowedOrSaysItIsSomethingElseIsRefused(String name, byte[] content, String message) throws Exception {
    Path file = Files.write(folder.resolve("content"), content);

    assertThatThrownBy(() -> ContentType.of(file, name)).isInstanceOf(RefusedFile.class).hasMessageStartingWith("Type 類型").hasMessageContaining(message);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] picture(String format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB), format, out);
    return out.toByteArray();
  }

  private static byte[] office(String mainPart) throws IOException {
    return zip(Map.of("[Content_Types].xml", "<Types><Override PartName=\"/main.xml\" ContentType=\"" + mainPart + "\"/></Types>"));
  }

  private static byte[] zip(Map<String, String> entries) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return out.toByteArray();
  }
}
