package dev.kefu.survey.profile;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.FactsRefused;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The form customer-information-survey-fill; what was not asked is null. */
@JsonIgnoreProperties(ignoreUnknown = true)
record Answers(String outcome, String refusal, String customerName, String address, String phone, String fax, String legalRepName, String managerName, String contactName,
               String contactPosition, List<Person> contactStaff, String operatingStyle, String businessState, String businessScope, String priceLevel, BigDecimal peakMonthSales,
               BigDecimal offMonthSales, String enterpriseType, Integer staffEmployees, Integer staffManagers, String tradePosition, Integer paymentTerm, String paymentMethod,
               List<Dealings> dealings) {

  private static final String ANSWERED = "answered";

  /** Somebody else to deal with. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Person(String name, String position, String phone) {
  }

  /**
   * Business of a year or of a month.
   *
   * @param peakMonthAmount null when not said
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Dealings(String period, String mainProducts, BigDecimal peakMonthAmount, BigDecimal totalAmount) {
  }

  boolean isRefused() {
    return !ANSWERED.equals(outcome);
  }

  /**
   * Looks whether the figures can be.
   *
   * @throws FactsRefused when a total is smaller than one of its months
   */
  void check() {
    List<String> problems = IntStream.range(0, rows().size()).filter(index -> rows().get(index).peakMonthAmount() != null
        && rows().get(index).totalAmount().compareTo(rows().get(index).peakMonthAmount()) < 0).mapToObj(index -> "Line 第 %d 行".formatted(index + 1)).toList();
    if (!problems.isEmpty()) {
      throw new FactsRefused("Total 總金額: %s: less than the amount of one month 不得小於旺季每月金額".formatted(String.join(", ", problems)));
    }
  }

  private List<Dealings> rows() {
    return dealings == null ? List.of() : dealings;
  }

  /** Employees and managers; null when neither was said. */
  Integer staffTotal() {
    return staffEmployees == null && staffManagers == null ? null : Stream.of(staffEmployees, staffManagers).filter(Objects::nonNull).mapToInt(Integer::intValue).sum();
  }

  /** All dealings together. */
  BigDecimal dealingsTotal() {
    return rows().stream().map(Dealings::totalAmount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** What whoever confirms and reviews reads. */
  String facts() {
    List<String> parts = new ArrayList<>();
    parts.add("**%s** · %s · %s%s".formatted(customerName, address, phone, fax == null || fax.isBlank() ? "" : " · Fax 傳真 " + fax));
    parts.add("**Legal representative 法人代表:** %s · **Person in charge 負責人:** %s · **Contact 接洽人:** %s (%s)".formatted(legalRepName, managerName, contactName, contactPosition));
    parts.add("**Business 經營:** %s · %s · %s · %s · %s".formatted(ProfileWords.STYLES.get(operatingStyle), ProfileWords.STATES.get(businessState), ProfileWords.PRICES.get(priceLevel),
        ProfileWords.TYPES.get(enterpriseType), ProfileWords.POSITIONS.get(tradePosition)));
    parts.add("**Scope 業務範圍:** " + businessScope);
    parts.add("**Monthly sales 月銷量:** peak 旺季 %s · off season 淡季 %s · **Staff 員工:** %s".formatted(said(peakMonthSales), said(offMonthSales), said(staffTotal())));
    if (peakMonthSales != null && offMonthSales != null && offMonthSales.compareTo(peakMonthSales) > 0) {
      parts.add("**Check 請核對:** more is sold off season than in the peak season 淡季月銷量高於旺季");
    }
    parts.add("**Payment 付款:** %d days 天 · %s".formatted(paymentTerm, ProfileWords.PAYMENTS.get(paymentMethod)));
    rows().forEach(row -> parts.add("%s · %s · %s 元".formatted(row.period(), row.mainProducts(), row.totalAmount().toPlainString())));
    return ProfileWords.facts(parts);
  }

  private static String said(Object value) {
    return value == null ? "–" : value instanceof BigDecimal number ? number.toPlainString() : value.toString();
  }

  /** The same in the fields of the customer registration form. */
  Map<String, Object> registration(String caseNumber) {
    Map<String, Object> fields = new HashMap<>();
    fields.put("operation", "change");
    fields.put("customerName", customerName);
    fields.put("address", address);
    fields.put("phone", phone);
    fields.put("fax", fax);
    fields.put("legalRep", legalRepName);
    fields.put("businessScope", businessScope);
    fields.put("staffCount", staffTotal());
    fields.put("contacts", contacts());
    fields.put("changeNote", "Customer information survey 客戶信息調查 " + caseNumber);
    fields.values().removeIf(Objects::isNull);
    return fields;
  }

  private List<Map<String, Object>> contacts() {
    return Stream.concat(Stream.of(new Person(contactName, contactPosition, null)), contactStaff == null ? Stream.empty() : contactStaff.stream()).map(person -> {
      Map<String, Object> row = new HashMap<>();
      row.put("name", person.name());
      row.put("position", person.position());
      row.put("phone", person.phone());
      row.values().removeIf(Objects::isNull);
      return row;
    }).toList();
  }
}
