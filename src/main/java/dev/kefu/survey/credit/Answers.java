package dev.kefu.survey.credit;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.FactsRefused;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** The form customer-credit-survey-investigate, as far as it is reckoned with. What the customer does not tell is null. */
@JsonIgnoreProperties(ignoreUnknown = true)
record Answers(LocalDate foundedOn, LocalDate tradingSince, String mgrSkill, String bank, String accountingSystem, BigDecimal capital, String licence, String siteArea,
               BigDecimal siteOwnedArea, BigDecimal siteRentedArea, boolean dataRefused, List<Goods> tradedGoods) {

  /** P17, stat-new-orders: a customer is new for twelve months after the first order. */
  private static final int MONTHS_NEW = 12;

  /** A line of what is traded. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Goods(String brand, BigDecimal monthQuantity, BigDecimal monthAmount, BigDecimal yearQuantity, BigDecimal yearAmount) {
  }

  /** What is not told, as people read it. */
  List<String> missing() {
    List<String> missing = new ArrayList<>();
    add(missing, foundedOn, "Founded 創業日期");
    add(missing, mgrSkill, "Professional skill 技術");
    add(missing, bank, "Bank 往來銀行");
    add(missing, accountingSystem, "Accounting system 賬務體系");
    add(missing, capital, "Capital 資本額");
    add(missing, licence, "Licence 執照狀況");
    add(missing, siteArea, "Premises lie in 場所處於");
    if ("unknown".equals(tenure())) {
      missing.add("Owned or rented area 自有或租用面積");
    }
    return missing;
  }

  private static void add(List<String> missing, Object value, String label) {
    if (value == null || value.toString().isBlank()) {
      missing.add(label);
    }
  }

  /**
   * Holds the answers to each other.
   *
   * @throws FactsRefused with everything that does not fit
   */
  void check(LocalDate today) {
    List<String> problems = new ArrayList<>();
    if (foundedOn != null && foundedOn.isAfter(today)) {
      problems.add("Founded 創業日期: lies ahead 不得晚於今日");
    }
    if (tradingSince != null && (tradingSince.isAfter(today) || foundedOn != null && tradingSince.isBefore(foundedOn))) {
      problems.add("Trading with us since 開始交易日期: between the foundation and today 應在創業日期與今日之間");
    }
    if (!dataRefused && !missing().isEmpty()) {
      problems.add("Not told 未提供: " + String.join(", ", missing()) + ". Fill it in, or say that the customer does not give it 請補填，或註明客戶拒絕提供");
    }
    for (Goods line : tradedGoods == null ? List.<Goods>of() : tradedGoods) {
      if (less(line.yearQuantity(), line.monthQuantity()) || less(line.yearAmount(), line.monthAmount())) {
        problems.add("Goods traded 交易品種: a year of " + line.brand() + " is less than a month 年銷售不得少於月銷售");
      }
    }
    if (!problems.isEmpty()) {
      throw new FactsRefused(String.join("; ", problems));
    }
  }

  private static boolean less(BigDecimal year, BigDecimal month) {
    return year != null && month != null && year.compareTo(month) < 0;
  }

  /** {@code owned} where most of the area is, {@code rented} or {@code unknown}. */
  String tenure() {
    BigDecimal owned = siteOwnedArea == null ? BigDecimal.ZERO : siteOwnedArea;
    BigDecimal rented = siteRentedArea == null ? BigDecimal.ZERO : siteRentedArea;
    return owned.signum() == 0 && rented.signum() == 0 ? "unknown" : owned.compareTo(rented) >= 0 ? "owned" : "rented";
  }

  boolean isFirstOrder() {
    return tradingSince == null;
  }

  boolean isNewCustomer(LocalDate today) {
    return tradingSince == null || tradingSince.isAfter(today.minusMonths(MONTHS_NEW));
  }

  /** Years with their fraction, exact on the anniversary; -1 when the day is not known. */
  static double years(LocalDate since, LocalDate today) {
    if (since == null) {
      return -1;
    }
    long whole = ChronoUnit.YEARS.between(since, today);
    return whole + ChronoUnit.DAYS.between(since.plusYears(whole), today) / 366.0;
  }
}
