package dev.kefu.relationship.hospitality;

import dev.kefu.budget.Money;
import dev.kefu.budget.MonthBudget;
import dev.kefu.relationship.hospitality.SimilarMeals.Similar;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes down a meal for those who decide, pay and read of it, English 中文. */
final class MealFacts {

  static final Map<String, String> OCCASIONS = Map.of("shareMeal", "Share meal 份餐", "banquet", "Banquet 宴請", "buffet", "Buffet 冷餐", "cocktail", "Cocktail 酒會", "teaParty", "Tea party 茶會",
      "outing", "Meal on an outing 郊區外出用餐");
  static final Map<String, String> PLACES = Map.of("canteen", "Canteen 食堂", "designated", "Designated restaurant 指定餐廳", "other", "Other 其他");
  static final Map<String, String> AUDITS = Map.of("pay", "Paid 支付", "explain", "Paid with explanation 說明後支付", "ownCost", "Excess at the host's cost 超額自付", "refuse", "Refused 拒付");

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
  private static final int MOST_CHARACTERS = 4000;
  private static final String REST = "\n\n… more in the request 餘見申請";

  private MealFacts() {
  }

  /** What approvers must know, at most 4000 characters. */
  static String request(Meal meal, MonthBudget budget, List<Similar> similar, ZoneId zone) {
    List<String> parts = new ArrayList<>();
    if (!similar.isEmpty()) {
      parts.add(split(meal, similar));
    }
    parts.add("**Customer 招待單位:** " + meal.getCustomerName() + " (" + meal.getCustomerCode() + ")" + (meal.isKeyCustomer() ? " · **key customer 重要客戶**" : ""));
    parts.add("**Purpose 招待事由:** " + meal.getReason());
    parts.add("**Meal 用餐:** " + OCCASIONS.get(meal.getOccasion()) + " · " + TIME.format(meal.getMealAt().atZone(zone)) + " · " + PLACES.get(meal.getRestaurant())
        + (meal.getRestaurantName() == null ? "" : " " + meal.getRestaurantName()));
    parts.add("**Host 主持人:** " + meal.getHost() + (meal.isHostIsManager() ? " (manager 經理)" : "") + " · **Own people, host included 陪餐:** " + meal.getCompanionCount() + ", at most 最多 "
        + meal.getMaxCompanions() + ": " + meal.getCompanions().replace(",", ", "));
    parts.add("**Per head 每人標準:** " + Money.text(meal.getPerHead()) + " · limit 標準 " + Money.text(meal.getLimitPerHead())
        + (meal.excessPerHead().signum() > 0 ? " · **above by 超出 " + Money.text(meal.excessPerHead()) + ", " + meal.excessPercent().stripTrailingZeros().toPlainString() + " %**" : ""));
    parts.add("**Total 合計:** " + meal.getGuestCount() + " + " + meal.getCompanionCount() + " × " + Money.text(meal.getPerHead()) + " = **" + Money.text(meal.total()) + "**");
    parts.add("**Budget of the section 部門預算 " + budget.month() + ":** " + Money.text(budget.amount()) + " · used 已用 " + Money.text(budget.used()) + " · reserved 已預留 "
        + Money.text(budget.reserved()) + " · **left 餘額 " + Money.text(budget.left()) + "**");
    if (meal.getOverLimitReason() != null) {
      parts.add("**Reason for excess 超標理由:** " + meal.getOverLimitReason());
    }
    parts.add("**Rule 審批依據:** " + meal.getGrounds());
    parts.add("**Guests 來賓:** " + meal.getGuests().stream().map(guest -> guest.name() + " " + guest.position()).collect(Collectors.joining(", ")));
    String text = String.join("\n\n", parts);
    return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS - REST.length()) + REST;
  }

  private static String split(Meal meal, List<Similar> similar) {
    BigDecimal together = similar.stream().map(one -> one.meal().total()).reduce(meal.total(), BigDecimal::add);
    return "**Looks like part of one meal with 疑似拆分:**\n" + similar.stream().limit(10).map(one -> "- " + one.meal().getCaseNumber() + " · same 相同: " + String.join(", ", one.features()) + " · "
        + Money.text(one.meal().total())).collect(Collectors.joining("\n")) + "\n\n**Together 合計 " + Money.text(together) + "**";
  }

  /** What whoever decides on the settlement must know. */
  static String settlement(Meal meal) {
    List<String> parts = new ArrayList<>();
    parts.add("**Approved 批準:** " + meal.persons() + " persons 人 × " + Money.text(meal.getPerHead()) + " = " + Money.text(meal.getApprovedAmount()) + " · " + approval(meal));
    parts.add("**At table 實到:** " + meal.getActualGuests() + " guests 客人, " + meal.getActualCompanions() + " own people 陪餐"
        + (meal.getActualPersons() != null && meal.getActualPersons() != meal.getActualGuests() + meal.getActualCompanions() ? " · the host said 主持人所報: " + meal.getActualPersons() : "")
        + (meal.getActualGuests() > meal.getGuestCount() ? " · more guests than approved: the standard per head counts 客人多於批準，按每人標準核算" : ""));
    parts.add("**Bill 帳單:** food 餐費 " + Money.text(meal.getFoodAmount()) + " + drinks 酒水水果 " + Money.text(meal.getDrinksAmount()) + " = **" + Money.text(meal.bill()) + "**"
        + (meal.getActualAmount() != null && meal.getActualAmount().compareTo(meal.bill()) != 0 ? " · the host said 主持人所報: " + Money.text(meal.getActualAmount()) : "")
        + " · receipt 發票 " + meal.getReceiptNo());
    if (meal.getExcess().signum() > 0) {
      parts.add("**Above what was approved 超出批準:** " + Money.text(meal.getExcess()) + ", " + meal.excessOfBill().stripTrailingZeros().toPlainString() + " %");
    }
    if (meal.getExcessReason() != null) {
      parts.add("**Reason for excess 超標說明:** " + meal.getExcessReason());
    }
    if (meal.getAuditResult() != null) {
      parts.add("**Audit 稽核:** " + AUDITS.get(meal.getAuditResult()) + " · " + meal.getAuditGrounds());
      parts.add("**To be paid 應付:** " + Money.text(meal.getPayable()) + (meal.getNotPaidReason() == null ? "" : " · **not paid 不付:** " + meal.getNotPaidReason()));
    }
    return String.join("\n\n", parts);
  }

  private static String approval(Meal meal) {
    if (!meal.isEmergency()) {
      return "by 批準人 " + meal.getApprovedByRole();
    }
    return "by word of mouth 口頭批準 " + meal.getApprovedByRole() + (meal.getPapersAt() == null ? ", **no papers 未補手續**" : ", papers handed in 已補手續");
  }
}
