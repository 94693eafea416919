package dev.kefu.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.util.unit.DataSize;

class TableRowsTest {

  private static final int MANY = 100_000;
  private static final int LONGEST_CELL = 200;
  /** All rows together are some 20 MB of text. */
  private static final long FLAT = 8L * 1024 * 1024;

  private final FileSniffer sniffer = new FileSniffer();
  private final FileSniffer.Limits limits = new FileSniffer.Limits(DataSize.ofMegabytes(100), DataSize.ofMegabytes(2));
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(delimiter = ';', value = {"UTF-8;'';','", "UTF-8;'\uFEFF';','", "GB18030;'';','", "UTF-16LE;'\uFEFF';','", "UTF-16BE;'\uFEFF';'|'", "UTF-8;'';'\t'"})
  void csvIsReadInItsEncodingWithItsSeparator(String encoding, String mark, char separator) throws IOException {
    String text = (mark + "客戶*內容\r\n\"藍湖*食品\"*\"停機,\n每天 \"\"早上\"\"\"\r\n\r\n紅山*漏油\r\n").replace('*', separator);

    TableFile file = sniffer.look(file(text.replace("藍湖" + separator, "藍湖").getBytes(Charset.forName(encoding))), limits);

    assertThat(file.kind()).isEqualTo(FileKind.CSV);
    assertThat(file.encoding()).isEqualTo(Charset.forName(encoding));
    assertThat(rows(file)).containsExactly(new TableRow(1, List.of("客戶", "內容")), new TableRow(2, List.of("藍湖食品", "停機,\n每天 \"早上\"")),
        new TableRow(4, List.of("紅山", "漏油")));
  }

  @Test
  void semicolonsSeparateToo() throws IOException {
    assertThat(rows(sniffer.look(file("a;b,c;d\n1;2;3".getBytes(StandardCharsets.UTF_8)), limits)).get(1).cells()).containsExactly("1", "2", "3");
  }

  @Test
  void workbookGivesTextsPlainNumbersAndDates() throws IOException {
    Path path = workbook(sheet -> {
      sheet.value(0, 0, "heading");
      sheet.value(2, 0, "=1+1 is text here");
      sheet.value(2, 1, 12345678901L);
      sheet.value(2, 2, 0.1 + 0.2);
      sheet.style(2, 2).format("¥#,##0.00;[Red]-¥#,##0.00").set();
      sheet.value(2, 3, LocalDate.of(2026, 11, 23));
      sheet.style(2, 3).format("yyyy-MM-dd").set();
      sheet.value(2, 4, LocalDateTime.of(2026, 11, 23, 9, 30));
      sheet.style(2, 4).format("yyyy\"年\"m\"月\"d\"日\" hh:mm").set();
      sheet.value(2, 5, true);
    });

    List<TableRow> rows = rows(sniffer.look(path, limits));

    assertThat(rows.get(0).number()).isEqualTo(1);
    assertThat(rows.get(1)).isEqualTo(new TableRow(3, List.of("=1+1 is text here", "12345678901", "0.3", "2026-11-23", "2026-11-23T09:30", "true")));
  }

  @Test
  void savedValueOfAFormulaCounts() throws IOException {
    Path path = folder.resolve("formula.xlsx");
    Path plain = workbook(sheet -> {
      sheet.value(0, 0, "total");
      sheet.value(1, 0, 7);
    });
    copy(plain, path, (name, text) -> name.equals("xl/worksheets/sheet1.xml") ? text.replaceFirst("<v>7(\\.0)?</v>", "<f>3+4</f><v>7</v>") : text);

    assertThat(rows(sniffer.look(path, limits)).get(1).cells()).containsExactly("7");
  }

  @ParameterizedTest
  @EnumSource(FileKind.class)
  void hundredThousandRowsTakeNoMoreMemoryThanAFew(FileKind kind) throws IOException {
    TableFile file = sniffer.look(kind == FileKind.CSV ? manyInCsv() : manyInWorkbook(), limits);
    long early = 0;
    long late = 0;
    long count = 0;
    try (TableRows rows = TableRows.open(file, LONGEST_CELL)) {
      while (rows.hasNext()) {
        TableRow row = rows.next();
        count++;
        if (row.number() == 1_000) {
          early = used();
        } else if (row.number() == MANY) {
          late = used();
        }
      }
    }
    assertThat(count).isEqualTo(MANY + 1);
    assertThat(late - early).isLessThan(FLAT);
  }

  @Test
  void workbookThatUnpacksToTooMuchIsRefusedWhateverItsDirectorySays() throws IOException {
    Path bomb = folder.resolve("bomb.xlsx");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(bomb))) {
      zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
      zip.closeEntry();
      zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
      byte[] zeros = new byte[1024 * 1024];
      for (int i = 0; i < 3; i++) {
        zip.write(zeros);
      }
    }
    assertThat(Files.size(bomb)).isLessThan(10_000);
    assertThatThrownBy(() -> sniffer.look(bomb, limits)).isInstanceOf(UnreadableFile.class).hasMessageContaining("解壓後過大");
  }

  @Test
  void whatIsNoTableIsRefused() throws IOException {
    Path archive = folder.resolve("archive.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
      zip.putNextEntry(new ZipEntry("letter.txt"));
    }
    Path old = file(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0});

    assertThatThrownBy(() -> sniffer.look(archive, limits)).hasMessageContaining("neither CSV");
    assertThatThrownBy(() -> sniffer.look(old, limits)).hasMessageContaining("old .xls");
    assertThatThrownBy(() -> sniffer.look(file(new byte[] {1, 2, 0, 3}), limits)).hasMessageContaining("neither CSV");
    assertThatThrownBy(() -> sniffer.look(file(new byte[] {'a', (byte) 0xFF, (byte) 0xFF}), limits)).hasMessageContaining("neither CSV");
    assertThatThrownBy(() -> sniffer.look(file("PK\003\004broken".getBytes(StandardCharsets.ISO_8859_1)), limits)).hasMessageContaining("damaged");
  }

  @Test
  void quoteThatIsNeverClosedEndsAtTheLongestCell() throws IOException {
    TableFile file = sniffer.look(file(("a,b\n1,2\n\"" + "open ".repeat(50_000)).getBytes(StandardCharsets.UTF_8)), limits);

    assertThatThrownBy(() -> rows(file)).isInstanceOf(UnreadableFile.class).hasMessageContaining("after row 2");
  }

  private interface Filling {
    void fill(Worksheet sheet);
  }

  private interface Change {
    String change(String name, String text);
  }

  private Path workbook(Filling filling) throws IOException {
    Path path = Files.createTempFile(folder, "book", ".xlsx");
    try (OutputStream out = Files.newOutputStream(path); Workbook workbook = new Workbook(out, "test", "1.0")) {
      filling.fill(workbook.newWorksheet("first"));
    }
    return path;
  }

  private static void copy(Path from, Path to, Change change) throws IOException {
    try (var source = new ZipFile(from.toFile()); ZipOutputStream target = new ZipOutputStream(Files.newOutputStream(to))) {
      for (var entry : source.stream().toList()) {
        target.putNextEntry(new ZipEntry(entry.getName()));
        target.write(change.change(entry.getName(), new String(source.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private Path manyInCsv() throws IOException {
    Path path = folder.resolve("many.csv");
    try (BufferedWriter out = Files.newBufferedWriter(path)) {
      out.write("reference,content\n");
      for (int i = 1; i <= MANY; i++) {
        out.write("R-" + i + ",The machine of customer " + i + " stops every morning and nobody came to look at it 機器停機\n");
      }
    }
    return path;
  }

  private Path manyInWorkbook() throws IOException {
    return workbook(sheet -> {
      sheet.value(0, 0, "reference");
      sheet.value(0, 1, "content");
      for (int i = 1; i <= MANY; i++) {
        sheet.inlineString(i, 0, "R-" + i);
        sheet.inlineString(i, 1, "The machine of customer " + i + " stops every morning 機器停機");
      }
    });
  }

  private static long used() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private Path file(byte[] content) throws IOException {
    return Files.write(Files.createTempFile(folder, "file", ".bin"), content);
  }

  private static List<TableRow> rows(TableFile file) {
    List<TableRow> all = new ArrayList<>();
    try (TableRows rows = TableRows.open(file, LONGEST_CELL)) {
      rows.forEachRemaining(all::add);
    }
    return all;
  }
}
