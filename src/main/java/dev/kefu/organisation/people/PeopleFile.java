package dev.kefu.organisation.people;

import dev.kefu.tables.FileSniffer;
import dev.kefu.tables.Labels;
import dev.kefu.tables.TableRow;
import dev.kefu.tables.TableRows;
import dev.kefu.tables.UnreadableFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.util.unit.DataSize;

/** Reads a file of people: a heading, then a row for each. Knows columns and cells; what is right, {@link PeopleCheck} says. */
final class PeopleFile {

  private static final DataSize LARGEST = DataSize.ofMegabytes(5);
  private static final FileSniffer.Limits LIMITS = new FileSniffer.Limits(DataSize.ofMegabytes(50), DataSize.ofMegabytes(20));
  private static final int LONGEST_CELL = 2000;
  private static final int MOST_ROWS = 10_000;

  private PeopleFile() {
  }

  /** What a file may have as columns. */
  enum Column {

    USER_ID("userId", "User ID 帳號"), FIRST_NAME("firstName", "First name 名字"), LAST_NAME("lastName", "Last name 姓氏"), EMAIL("email", "E-mail 電郵"),
    ROLES("roles", "Roles 崗位");

    private final String key;
    private final String label;

    Column(String key, String label) {
      this.key = key;
      this.label = label;
    }

    String label() {
      return label;
    }

    private boolean isCalled(String heading) {
      return Labels.names(key, label).contains(Labels.plain(heading));
    }
  }

  /**
   * A row as written.
   *
   * @param number as a spreadsheet shows it
   */
  record Line(long number, Map<Column, String> cells) {

    String cell(Column column) {
      return cells.getOrDefault(column, "");
    }

    /** Role ids, written one after the other with semicolons, commas or blanks between. */
    List<String> roles() {
      return Stream.of(cell(Column.ROLES).split("[;,、；，\\s]+")).filter(role -> !role.isEmpty()).distinct().toList();
    }
  }

  /**
   * Reads all rows.
   *
   * @throws UnreadableFile when the file is no table, has no rows, lacks a column or has one that nobody knows
   */
  static List<Line> read(InputStream upload, FileSniffer sniffer) throws IOException {
    Path file = Files.createTempFile("people", ".table");
    try {
      byte[] content = upload.readNBytes((int) LARGEST.toBytes() + 1);
      if (content.length > LARGEST.toBytes()) {
        throw new UnreadableFile("The file is larger than %1$d MB 檔案超過 %1$d MB".formatted(LARGEST.toMegabytes()));
      }
      Files.write(file, content);
      try (TableRows rows = TableRows.open(sniffer.look(file, LIMITS), LONGEST_CELL)) {
        return lines(rows);
      }
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static List<Line> lines(TableRows rows) {
    if (!rows.hasNext()) {
      throw new UnreadableFile("The file is empty 檔案是空的");
    }
    List<Column> columns = columns(rows.next());
    List<Line> lines = new ArrayList<>();
    while (rows.hasNext()) {
      TableRow row = rows.next();
      Map<Column, String> cells = new EnumMap<>(Column.class);
      for (int i = 0; i < columns.size(); i++) {
        cells.put(columns.get(i), row.cell(i));
      }
      lines.add(new Line(row.number(), cells));
      if (lines.size() > MOST_ROWS) {
        throw new UnreadableFile("The file has more than %1$d rows 檔案超過 %1$d 行".formatted(MOST_ROWS));
      }
    }
    if (lines.isEmpty()) {
      throw new UnreadableFile("There is no row below the heading 標題行之下沒有數據");
    }
    return lines;
  }

  /** All columns must be there, once: a forgotten one would read as "nobody has a mail address". */
  private static List<Column> columns(TableRow heading) {
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < heading.cells().size(); i++) {
      String title = heading.cell(i);
      columns.add(Arrays.stream(Column.values()).filter(column -> column.isCalled(title)).findFirst()
          .orElseThrow(() -> new UnreadableFile("Row 1 has a column that nobody knows: \"" + title + "\". The columns are " + titles() + ". 第 1 行有未知欄位")));
    }
    Set<Column> found = Set.copyOf(columns);
    for (Column column : Column.values()) {
      if (!found.contains(column)) {
        throw new UnreadableFile("Row 1 lacks the column \"" + column.label() + "\". The columns are " + titles() + ". 第 1 行缺少欄位");
      }
    }
    if (found.size() < columns.size()) {
      throw new UnreadableFile("Row 1 has a column twice 第 1 行有重複欄位");
    }
    return columns;
  }

  private static String titles() {
    return String.join(", ", Stream.of(Column.values()).map(Column::label).toList());
  }
}
