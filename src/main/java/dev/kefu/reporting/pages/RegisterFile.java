package dev.kefu.reporting.pages;

import dev.kefu.reporting.Period;
import dev.kefu.reporting.Register;
import dev.kefu.reporting.Register.Field;
import dev.kefu.reporting.RegisterRows;
import dev.kefu.reporting.RegisterRows.Entry;
import dev.kefu.reporting.pages.ReportFile.Heading;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.dhatim.fastexcel.Workbook;
import org.springframework.stereotype.Component;

/** Writes a register as XLSX, page by page; what a sheet cannot hold goes on in the next. */
@Component
@RequiredArgsConstructor
class RegisterFile {

  private static final int PAGE = 1000;
  private static final int MOST_ROWS = 1_000_000;
  private static final String EVERYTHING = "All 全部";

  private final RegisterRows rows;

  /**
   * Writes all rows of a period.
   *
   * @param period null for the whole register
   */
  void write(Register register, Period period, Heading heading, OutputStream out) throws IOException {
    try (Workbook book = new Workbook(out, "Kefu", null)) {
      int number = 1;
      Sheet sheet = open(book, register, number);
      sheet.texts(List.of(register.title()));
      sheet.texts(List.of("Period 期間", period == null ? EVERYTHING : period.label()));
      sheet.texts(List.of("Exported by 導出人", heading.person()));
      sheet.texts(List.of("Exported at 導出時間", heading.time()));
      sheet.texts(List.of());
      titles(sheet, register);
      List<Entry> page = rows.page(register, period, 0, PAGE);
      while (!page.isEmpty()) {
        if (sheet.rows() + page.size() > MOST_ROWS) {
          sheet.finish();
          number++;
          sheet = open(book, register, number);
          titles(sheet, register);
        }
        Sheet current = sheet;
        page.forEach(entry -> current.cells(entry.cells()));
        page = rows.page(register, period, page.get(page.size() - 1).key(), PAGE);
      }
      sheet.finish();
    }
  }

  private static Sheet open(Workbook book, Register register, int number) {
    return new Sheet(book.newWorksheet("Register 台帳" + (number == 1 ? "" : " " + number)), register.fields().size());
  }

  private static void titles(Sheet sheet, Register register) {
    List<String> titles = register.fields().stream().map(Field::title).toList();
    sheet.heading(titles.get(0), titles.subList(1, titles.size()));
  }
}
