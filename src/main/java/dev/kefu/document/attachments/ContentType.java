package dev.kefu.document.attachments;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;

/** What a file is, told by what is in it. Its name only has to agree. */
final class ContentType {

  /** Endings that people may send, in the order in which they are told. */
  static final List<String> ENDINGS = List.of("pdf", "png", "jpg", "jpeg", "gif", "webp", "docx", "xlsx", "pptx", "txt", "csv");

  private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";
  private static final Map<String, List<String>> ENDINGS_OF = Map.of(
      "application/pdf", List.of("pdf"), "image/png", List.of("png"), "image/jpeg", List.of("jpg", "jpeg"), "image/gif", List.of("gif"),
      "image/webp", List.of("webp"), OFFICE + "wordprocessingml.document", List.of("docx"), OFFICE + "spreadsheetml.sheet", List.of("xlsx"),
      OFFICE + "presentationml.presentation", List.of("pptx"), "text/plain", List.of("txt", "csv"));
  /** Main part of an Office file, as its list of contents names it. */
  private static final Map<String, String> OFFICE_PARTS = Map.of("wordprocessingml.document.main+xml", "wordprocessingml.document",
      "spreadsheetml.sheet.main+xml", "spreadsheetml.sheet", "presentationml.presentation.main+xml", "presentationml.presentation");
  private static final int LARGEST_PART_LIST = 1024 * 1024;

  private ContentType() {
  }

  /**
   * Returns the media type of a file whose content and name agree.
   *
   * @throws RefusedFile when the content is of no kind that is allowed, or the name's ending says something else
   */
  static String of(Path file, String name) throws IOException, RefusedFile {
    String ending = FileName.ending(name);
    if (!ENDINGS.contains(ending)) {
      throw new RefusedFile("Type 類型: ." + ending + " files are not accepted, only 不接受此類檔案,僅限 " + String.join(", ", ENDINGS));
    }
    String type = detect(file).orElseThrow(() -> new RefusedFile("Type 類型: the content is none of the accepted kinds 內容不屬可接受的類型 ("
        + String.join(", ", ENDINGS) + ")"));
    if (!ENDINGS_OF.get(type).contains(ending)) {
      throw new RefusedFile("Type 類型: the content is not what the ending ." + ending + " says 內容與副檔名 ." + ending + " 不符");
    }
    return ending.equals("csv") ? "text/csv" : type;
  }

  private static Optional<String> detect(Path file) throws IOException {
    String type;
    try (InputStream content = new BufferedInputStream(Files.newInputStream(file))) {
      // Without a name: only the content speaks.
      type = MimeTypes.getDefaultMimeTypes().detect(content, new Metadata()).toString();
    }
    return switch (type) {
      case "application/zip", "application/x-tika-ooxml" -> office(file);
      // Chinese text in GB18030 looks like any bytes.
      case "text/plain", "application/octet-stream" -> isText(file) ? Optional.of("text/plain") : Optional.empty();
      default -> ENDINGS_OF.containsKey(type) ? Optional.of(type) : Optional.empty();
    };
  }

  /** Word, Excel and PowerPoint files are archives with a list of contents; those with macros have another main part, or carry the macros. */
  private static Optional<String> office(Path file) throws IOException {
    try (ZipFile archive = new ZipFile(file.toFile())) {
      ZipEntry list = archive.getEntry("[Content_Types].xml");
      boolean hasMacros = archive.stream().anyMatch(entry -> entry.getName().toLowerCase(Locale.ROOT).endsWith("vbaproject.bin"));
      if (list == null || hasMacros) {
        return Optional.empty();
      }
      String parts = read(archive, list);
      return parts.contains("macroEnabled") || parts.contains("vbaProject") ? Optional.empty()
          : OFFICE_PARTS.entrySet().stream().filter(part -> parts.contains(part.getKey())).map(part -> OFFICE + part.getValue()).findFirst();
    } catch (ZipException damaged) {
      return Optional.empty();
    }
  }

  private static String read(ZipFile archive, ZipEntry entry) throws IOException {
    try (InputStream content = archive.getInputStream(entry)) {
      return new String(content.readNBytes(LARGEST_PART_LIST), StandardCharsets.UTF_8);
    }
  }

  private static boolean isText(Path file) throws IOException {
    return isText(file, StandardCharsets.UTF_8) || isText(file, Charset.forName("GB18030"));
  }

  private static boolean isText(Path file, Charset charset) throws IOException {
    try (Reader text = new InputStreamReader(Files.newInputStream(file), charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT))) {
      char[] buffer = new char[8192];
      for (int read = text.read(buffer); read >= 0; read = text.read(buffer)) {
        if (new String(buffer, 0, read).chars().anyMatch(sign -> Character.isISOControl(sign) && "\t\r\n\f".indexOf(sign) < 0)) {
          return false;
        }
      }
      return true;
    } catch (CharacterCodingException otherwise) {
      return false;
    }
  }
}
