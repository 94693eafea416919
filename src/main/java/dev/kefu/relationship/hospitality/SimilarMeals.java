package dev.kefu.relationship.hospitality;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds requests that look like parts of one meal: what is split among several requests stays below every limit. */
final class SimilarMeals {

  /** Days before and after in which a meal may be a part of the same one. */
  static final int DAYS = 3;

  /** So many things in common make two requests look like one. */
  private static final int LEAST = 2;

  private SimilarMeals() {
  }

  /**
   * A request that looks like a part of the same meal.
   *
   * @param features what the two have in common, for people
   */
  record Similar(Meal meal, List<String> features) {
  }

  /** Those that have at least two of host, guests, day and place in common with the meal. */
  static List<Similar> of(Meal meal, List<Meal> others, ZoneId zone) {
    return others.stream().map(other -> new Similar(other, features(meal, other, zone))).filter(similar -> similar.features().size() >= LEAST).toList();
  }

  private static List<String> features(Meal meal, Meal other, ZoneId zone) {
    List<String> features = new ArrayList<>();
    if (meal.getHost().equals(other.getHost())) {
      features.add("host 主持人");
    }
    if (meal.getCustomerCode() != null && meal.getCustomerCode().equals(other.getCustomerCode()) || !shared(guests(meal), guests(other)).isEmpty()) {
      features.add("guests 客人");
    }
    if (day(meal, zone).equals(day(other, zone))) {
      features.add("day 日期");
    }
    if (meal.getRestaurantName() != null && other.getRestaurantName() != null && plain(meal.getRestaurantName()).equals(plain(other.getRestaurantName()))) {
      features.add("place 地點");
    }
    return features;
  }

  private static Set<String> guests(Meal meal) {
    return meal.getGuests().stream().map(guest -> plain(guest.name())).collect(Collectors.toSet());
  }

  private static Set<String> shared(Set<String> some, Set<String> others) {
    return some.stream().filter(others::contains).collect(Collectors.toSet());
  }

  private static LocalDate day(Meal meal, ZoneId zone) {
    return meal.getMealAt().atZone(zone).toLocalDate();
  }

  private static String plain(String text) {
    return text.replaceAll("\\s+", "").toLowerCase(Locale.ROOT);
  }
}
