package dev.kefu.tables;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.RuntimeJsonMappingException;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.NoSuchElementException;

/** A CSV file, read as a stream. A quote that is never closed ends at the longest cell, not at the end of the memory. */
class CsvRows implements TableRows {

  private static final int BYTE_ORDER_MARK = 0xFEFF;

  private final int longestCell;
  private final Reader text;
  private final MappingIterator<String[]> records;
  private long number;

  CsvRows(TableFile file, int longestCell) {
    this.longestCell = longestCell;
    CsvFactory factory = CsvFactory.builder().streamReadConstraints(StreamReadConstraints.builder().maxStringLength(longestCell).build()).build();
    try {
      text = withoutMark(new BufferedReader(Files.newBufferedReader(file.path(), file.encoding())));
      records = new CsvMapper(factory).readerFor(String[].class).with(CsvSchema.emptySchema().withColumnSeparator(file.separator()))
          .with(CsvParser.Feature.WRAP_AS_ARRAY).readValues(text);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private static Reader withoutMark(BufferedReader text) throws IOException {
    text.mark(1);
    if (text.read() != BYTE_ORDER_MARK) {
      text.reset();
    }
    return text;
  }

  @Override
  public boolean hasNext() {
    try {
      return records.hasNextValue();
    } catch (IOException | RuntimeJsonMappingException e) {
      throw unreadable(e);
    }
  }

  @Override
  public TableRow next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    try {
      List<String> cells = List.of(records.nextValue());
      number++;
      return new TableRow(number, cells);
    } catch (IOException | RuntimeJsonMappingException e) {
      throw unreadable(e);
    }
  }

  private UnreadableFile unreadable(Exception cause) {
    return new UnreadableFile(("The file cannot be read after row %1$d: a quote is not closed, a character is damaged, or a cell has more than %2$d characters"
        + " 第 %1$d 行之後無法讀取:引號未閉合、字元損壞或單格超過 %2$d 字").formatted(number, longestCell), cause);
  }

  @Override
  public void close() {
    try {
      records.close();
      text.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
