package dev.kefu.tables;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** Tells by its content what a file is and how it is to be read; its name says nothing. Refuses what unpacks to more than is allowed. */
@Component
public class FileSniffer {

  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|');
  private static final int HEAD = 8192;
  private static final String WORKBOOK = "xl/workbook.xml";
  private static final String TEXTS = "xl/sharedStrings.xml";

  /**
   * How large a file may be that is packed.
   *
   * @param unpacked all that it holds, unpacked
   * @param texts the part that holds its texts, unpacked; it is the one part that stays in memory
   */
  public record Limits(DataSize unpacked, DataSize texts) {
  }

  /**
   * Looks at a file.
   *
   * @throws UnreadableFile for one that is neither CSV nor XLSX, or unpacks to too much
   */
  public TableFile look(Path path, Limits limits) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(path)) {
      head = in.readNBytes(HEAD);
    }
    if (startsWith(head, 'P', 'K', 3, 4)) {
      checkUnpacked(path, limits);
      return new TableFile(path, FileKind.XLSX, StandardCharsets.UTF_8, ',');
    }
    if (startsWith(head, 0xD0, 0xCF, 0x11, 0xE0)) {
      throw new UnreadableFile("This is an old .xls file, or one with a password: save it as .xlsx without a password 舊版 .xls 或設有密碼的檔案,請另存為無密碼的 .xlsx");
    }
    Charset encoding = encoding(path, head);
    return new TableFile(path, FileKind.CSV, encoding, separator(path, encoding));
  }

  private static boolean startsWith(byte[] head, int... sign) {
    for (int i = 0; i < sign.length; i++) {
      if (head.length <= i || (head[i] & 0xFF) != sign[i]) {
        return false;
      }
    }
    return true;
  }

  private static Charset encoding(Path path, byte[] head) throws IOException {
    if (startsWith(head, 0xFF, 0xFE)) {
      return StandardCharsets.UTF_16LE;
    }
    if (startsWith(head, 0xFE, 0xFF)) {
      return StandardCharsets.UTF_16BE;
    }
    for (byte one : head) {
      if (one == 0) {
        throw notATable();
      }
    }
    // A file that is right as UTF-8 to its last byte is hardly anything else; GB18030 takes nearly everything.
    if (isAll(path, StandardCharsets.UTF_8)) {
      return StandardCharsets.UTF_8;
    }
    if (isAll(path, GB18030)) {
      return GB18030;
    }
    throw notATable();
  }

  private static UnreadableFile notATable() {
    return new UnreadableFile("The file is neither CSV (UTF-8 or GB18030) nor XLSX 檔案既非 CSV(UTF-8 或 GB18030),亦非 XLSX");
  }

  private static boolean isAll(Path path, Charset encoding) throws IOException {
    char[] sink = new char[HEAD];
    try (InputStreamReader reader = new InputStreamReader(Files.newInputStream(path), encoding.newDecoder())) {
      while (reader.read(sink) >= 0) {
        continue;
      }
      return true;
    } catch (CharacterCodingException other) {
      return false;
    }
  }

  /** The sign that stands most often in the first line, outside of quotes. */
  private static char separator(Path path, Charset encoding) throws IOException {
    int[] counts = new int[SEPARATORS.size()];
    try (BufferedReader reader = Files.newBufferedReader(path, encoding)) {
      boolean quoted = false;
      for (int sign = reader.read(), read = 0; sign >= 0 && read < HEAD && (quoted || sign != '\n' && sign != '\r'); sign = reader.read(), read++) {
        quoted ^= sign == '"';
        int index = quoted ? -1 : SEPARATORS.indexOf((char) sign);
        if (index >= 0) {
          counts[index]++;
        }
      }
    }
    int best = 0;
    for (int i = 1; i < counts.length; i++) {
      best = counts[i] > counts[best] ? i : best;
    }
    return SEPARATORS.get(best);
  }

  /** Unpacks everything once and keeps nothing: what the directory of the archive says of sizes is the sender's word. */
  private static void checkUnpacked(Path path, Limits limits) throws IOException {
    long left = limits.unpacked().toBytes();
    try (ZipFile archive = new ZipFile(path.toFile())) {
      if (archive.getEntry(WORKBOOK) == null) {
        throw notATable();
      }
      for (Enumeration<? extends ZipEntry> entries = archive.entries(); entries.hasMoreElements(); ) {
        ZipEntry entry = entries.nextElement();
        long most = entry.getName().equalsIgnoreCase(TEXTS) ? Math.min(left, limits.texts().toBytes()) : left;
        left -= unpacked(archive, entry, most);
      }
    } catch (ZipException damaged) {
      throw new UnreadableFile("The workbook is damaged 檔案損壞", damaged);
    }
  }

  private static long unpacked(ZipFile archive, ZipEntry entry, long most) throws IOException {
    byte[] sink = new byte[HEAD];
    long size = 0;
    try (InputStream in = archive.getInputStream(entry)) {
      for (int read = in.read(sink); read >= 0; read = in.read(sink)) {
        size += read;
        if (size > most) {
          throw new UnreadableFile("The workbook unpacks to more than is allowed; split it, or save it as CSV 檔案解壓後過大,請拆分或另存為 CSV");
        }
      }
    }
    return size;
  }
}
