package dev.kefu.tables;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/** The first sheet of an XLSX file, read as a stream. A formula counts as the value that was saved with it; nothing is computed. */
class XlsxRows implements TableRows {

  /** Excel itself keeps no more digits; what stands behind them is 0.1 + 0.2. */
  private static final MathContext DIGITS = new MathContext(15);
  private static final Pattern LITERALS = Pattern.compile("\"[^\"]*\"|\\[[^]]*]|\\\\.|_.|\\*.");
  private static final Pattern DATE_SIGNS = Pattern.compile("[ymdhs年月日时時]", Pattern.CASE_INSENSITIVE);

  private final int longestCell;
  private final ReadableWorkbook workbook;
  private final Stream<Row> stream;
  private final Iterator<Row> rows;
  private long number;

  XlsxRows(TableFile file, int longestCell) {
    this.longestCell = longestCell;
    try {
      workbook = new ReadableWorkbook(file.path().toFile(), new ReadingOptions(true, true));
    } catch (IOException | RuntimeException e) {
      throw unreadable(e);
    }
    try {
      stream = workbook.getFirstSheet().openStream();
      rows = stream.iterator();
    } catch (IOException | RuntimeException e) {
      closeWorkbook();
      throw unreadable(e);
    }
  }

  @Override
  public boolean hasNext() {
    try {
      return rows.hasNext();
    } catch (RuntimeException damaged) {
      throw unreadable(damaged);
    }
  }

  @Override
  public TableRow next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    try {
      return read(rows.next());
    } catch (RuntimeException damaged) {
      throw unreadable(damaged);
    }
  }

  private TableRow read(Row row) {
    List<String> cells = new ArrayList<>(row.getCellCount());
    for (int i = 0; i < row.getCellCount(); i++) {
      String text = row.getOptionalCell(i).map(XlsxRows::text).orElse("");
      if (text.length() > longestCell) {
        throw new IllegalArgumentException("Cell " + i + " is too long");
      }
      cells.add(text);
    }
    number = row.getRowNum();
    return new TableRow(number, cells);
  }

  static String text(Cell cell) {
    if (cell.getType() == CellType.NUMBER || cell.getType() == CellType.FORMULA && cell.getValue() instanceof BigDecimal) {
      return isDate(cell) ? date(cell) : new BigDecimal(cell.getRawValue()).round(DIGITS).stripTrailingZeros().toPlainString();
    }
    if (cell.getType() == CellType.FORMULA) {
      return cell.getValue() == null ? "" : cell.getValue().toString();
    }
    return cell.getType() == CellType.ERROR && cell.getRawValue() != null ? cell.getRawValue() : cell.getText();
  }

  private static boolean isDate(Cell cell) {
    String format = cell.getDataFormatString();
    return format != null && !format.equalsIgnoreCase("General") && DATE_SIGNS.matcher(LITERALS.matcher(format).replaceAll("")).find();
  }

  private static String date(Cell cell) {
    LocalDateTime moment = cell.asDate();
    return moment.toLocalTime().toSecondOfDay() == 0 ? moment.toLocalDate().toString() : moment.withSecond(0).withNano(0).toString();
  }

  private UnreadableFile unreadable(Exception cause) {
    return new UnreadableFile(("The workbook cannot be read after row %1$d: it is damaged, protected by a password, or a cell has more than %2$d characters"
        + " 第 %1$d 行之後無法讀取:檔案損壞、設有密碼或單格超過 %2$d 字").formatted(number, longestCell), cause);
  }

  @Override
  public void close() {
    stream.close();
    closeWorkbook();
  }

  private void closeWorkbook() {
    try {
      workbook.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
