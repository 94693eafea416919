package dev.kefu.complaint.intake.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kefu.engine.CasesFromOutside.Choice;
import dev.kefu.engine.CasesFromOutside.Field;
import dev.kefu.engine.CasesFromOutside.FormOutline;
import dev.kefu.tables.ErrorList;
import dev.kefu.tables.TableRow;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellValuesTest {

  private static final List<Choice> DEMANDS = List.of(new Choice("apology", "Apology 道歉"), new Choice("repair", "Repair 維修"));

  private final CellValues values = new CellValues(ZoneId.of("Asia/Shanghai"));

  @ParameterizedTest
  @CsvSource({"2026-11-23 09:30,2026-11-23T09:30+08:00", "2026/11/3 9:05,2026-11-03T09:05+08:00", "2026年11月23日 09:30:59,2026-11-23T09:30+08:00",
      "2026-11-23T09:30:00Z,2026-11-23T17:30+08:00", "2026-11-23,2026-11-23T00:00+08:00", "2026.1.3,2026-01-03T00:00+08:00", "yesterday,yesterday", "2026-13-01,2026-13-01"})
  void momentIsWhatTheFormSends(String text, String expected) {
    assertThat(values.of(text, field("receivedAt", "datetime", "utc_offset"))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"2026/11/23,2026-11-23", "2026-11-23T00:00,2026-11-23", "2026年1月3日,2026-01-03", "soon,soon"})
  void dateHasNoTime(String text, String expected) {
    assertThat(values.of(text, field("shippedOn", "date", null))).isEqualTo(expected);
  }

  @Test
  void otherTimeFormats() {
    assertThat(values.of("2026-11-23 09:30", field("a", "datetime", "utc_normalized"))).isEqualTo("2026-11-23T01:30Z");
    assertThat(values.of("2026-11-23 09:30", field("a", "datetime", "no_timezone"))).isEqualTo("2026-11-23T09:30");
  }

  @Test
  void numbersAreNumbersAndAmountsText() {
    assertThat(values.of("1,200", field("count", "number", null))).isEqualTo(new BigDecimal("1200"));
    assertThat(values.of("¥ 1,234,567.50 元", money())).isEqualTo("1234567.50");
    assertThat(values.of("1,2", money())).isEqualTo("1,2");
    assertThat(values.of("many", money())).isEqualTo("many");
  }

  @Test
  void optionsAreKnownByEachOfTheirNames() {
    Field demands = new Field("demands", "Demands 客戶要求", "checklist", true, false, null, DEMANDS);
    assertThat(values.of("道歉; REPAIR", demands)).isEqualTo(List.of("apology", "repair"));
    assertThat(values.of("Apology 道歉、money", demands)).isEqualTo(List.of("apology", "money"));
    assertThat(values.of("維修", new Field("demand", "Demand", "select", true, false, null, DEMANDS))).isEqualTo("repair");
  }

  @Test
  void ticks() {
    Field tick = field("injury", "checkbox", null);
    assertThat(values.of("是", tick)).isEqualTo(true);
    assertThat(values.of("No", tick)).isEqualTo(false);
    assertThat(values.of("perhaps", tick)).isEqualTo("perhaps");
  }

  @Test
  void columnsAreFoundByKeyLabelOrEitherLanguage() {
    FormOutline form = new FormOutline("reception", List.of(field("receivedAt", "datetime", "utc_offset"), field("customer", "textfield", null),
        field("channel", "select", null), field("place.city", "textfield", null)));
    Columns columns = Columns.of(new TableRow(1, List.of("來文編號", "RECEIVEDAT", "Customer  客戶 *", "Weather", "", "place.city")), form);

    assertThat(columns.reference()).isZero();
    assertThat(columns.ignored()).containsExactly("Weather");
    assertThat(columns.complaint(new TableRow(2, List.of("R-1", "2026-11-23", " Blue Lake ", "rain", "", "Xiamen")), values, "phone", form))
        .isEqualTo(Map.of("receivedAt", "2026-11-23T00:00+08:00", "customer", "Blue Lake", "channel", "phone", "place", Map.of("city", "Xiamen")));
    assertThat(columns.reference(new TableRow(2, List.of("R-1")), "0123456789abcdef99")).isEqualTo("R-1");
    assertThat(columns.reference(new TableRow(2, List.of("")), "0123456789abcdef99")).isEqualTo("0123456789abcdef:2");
    assertThatThrownBy(() -> Columns.of(new TableRow(1, List.of("客戶", "customer")), form)).hasMessageContaining("Two columns");
    assertThatThrownBy(() -> Columns.of(new TableRow(1, List.of("date_received", "product")), form)).hasMessageContaining("No column");
  }

  @Test
  void errorListIsNoFormula() {
    assertThat(ErrorList.line(7, "=HYPERLINK(\"x\")", "@Label", "+1")).isEqualTo("\"7\",\"'=HYPERLINK(\"\"x\"\")\",\"'@Label\",\"'+1\"\r\n");
  }

  private static Field field(String key, String type, String timeFormat) {
    return new Field(key, key.equals("customer") ? "Customer 客戶" : key, type, false, false, timeFormat, List.of());
  }

  private static Field money() {
    return new Field("claimedAmount", "Amount claimed 要求金額", "number", false, true, null, List.of());
  }
}
