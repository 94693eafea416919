package dev.kefu.survey.questionnaire;

import dev.kefu.engine.FactsRefused;
import dev.kefu.information.CustomerPlace;
import dev.kefu.survey.questionnaire.SampleRule.Method;
import dev.kefu.survey.questionnaire.SampleRule.Stratification;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** Draws samples. The same rule with the same seed draws the same customers in the same order, whenever and wherever, as long as the customers are the same. */
final class SampleDraw {

  private SampleDraw() {
  }

  /**
   * Who is drawn.
   *
   * @param reserve those who may take the places of others, in this order
   */
  record Drawn(List<CustomerPlace> sample, List<CustomerPlace> reserve) {
  }

  /**
   * Draws.
   *
   * @param frame customers in the order of their codes
   */
  static Drawn draw(List<CustomerPlace> frame, SampleRule rule, long seed) {
    require(rule.size() >= 1, "A sample has at least one respondent. 樣本至少須有一人。");
    require(rule.reserve() >= 0, "The reserve is no negative number. 備選樣本數不可為負。");
    require(frame.size() >= rule.size() + rule.reserve(), "There are %1$d customers to draw from, fewer than %2$d of sample and reserve. 可抽取的客戶 %1$d 名，少於樣本與備選之和 %2$d 名。"
        .formatted(frame.size(), rule.size() + rule.reserve()));
    Random random = new Random(seed);
    return switch (rule.method()) {
      case SIMPLE -> cut(shuffled(frame, random), rule.size(), rule.reserve());
      case SYSTEMATIC -> systematic(frame, rule, random);
      case STRATIFIED -> stratified(frame, rule, random);
      case GIVEN -> throw new IllegalArgumentException("Respondents who are brought are not drawn.");
    };
  }

  private static List<CustomerPlace> shuffled(List<CustomerPlace> places, Random random) {
    List<CustomerPlace> order = new ArrayList<>(places);
    Collections.shuffle(order, random);
    return order;
  }

  private static Drawn cut(List<CustomerPlace> order, int size, int reserve) {
    return new Drawn(List.copyOf(order.subList(0, size)), List.copyOf(order.subList(size, size + reserve)));
  }

  private static Drawn systematic(List<CustomerPlace> frame, SampleRule rule, Random random) {
    long start = random.nextInt(frame.size());
    Set<CustomerPlace> chosen = new HashSet<>();
    List<CustomerPlace> sample = new ArrayList<>();
    for (int i = 0; i < rule.size(); i++) {
      CustomerPlace place = frame.get((int) ((start + (long) i * frame.size()) / rule.size()));
      sample.add(place);
      chosen.add(place);
    }
    List<CustomerPlace> rest = shuffled(frame.stream().filter(place -> !chosen.contains(place)).toList(), random);
    return new Drawn(sample, List.copyOf(rest.subList(0, rule.reserve())));
  }

  private static Drawn stratified(List<CustomerPlace> frame, SampleRule rule, Random random) {
    require(rule.stratification() != Stratification.NONE, "Say by what the strata are made: region, grade or both. 請指定分層依據：區域、等級或兩者。");
    Map<String, List<CustomerPlace>> strata = new TreeMap<>();
    frame.forEach(place -> strata.computeIfAbsent(stratum(place, rule.stratification()), name -> new ArrayList<>()).add(place));
    Map<String, Integer> sizes = new LinkedHashMap<>();
    strata.forEach((name, places) -> sizes.put(name, places.size()));
    Map<String, Integer> quotas = rule.quotas().isEmpty() ? shares(rule.size(), sizes, sizes) : quotas(rule, sizes);
    Map<String, Integer> left = new LinkedHashMap<>();
    sizes.forEach((name, size) -> left.put(name, size - quotas.getOrDefault(name, 0)));
    Map<String, Integer> reserves = shares(rule.reserve(), quotas, left);
    List<CustomerPlace> sample = new ArrayList<>();
    List<CustomerPlace> reserve = new ArrayList<>();
    strata.forEach((name, places) -> {
      Drawn drawn = cut(shuffled(places, random), quotas.getOrDefault(name, 0), reserves.getOrDefault(name, 0));
      sample.addAll(drawn.sample());
      reserve.addAll(drawn.reserve());
    });
    return new Drawn(sample, reserve);
  }

  private static Map<String, Integer> quotas(SampleRule rule, Map<String, Integer> sizes) {
    require(rule.quotas().values().stream().allMatch(Objects::nonNull) && rule.quotas().values().stream().noneMatch(quota -> quota < 0), "A quota is no negative number. 配額不可為負。");
    int all = rule.quotas().values().stream().mapToInt(Integer::intValue).sum();
    require(all == rule.size(), "The quotas add up to %1$d, the sample has %2$d. 配額合計 %1$d，樣本為 %2$d。".formatted(all, rule.size()));
    rule.quotas().forEach((name, quota) -> require(quota <= sizes.getOrDefault(name, 0),
        "Stratum %1$s has %2$d customers, fewer than its quota of %3$d. 分層 %1$s 僅有客戶 %2$d 名，少於配額 %3$d。".formatted(name, sizes.getOrDefault(name, 0), quota)));
    return rule.quotas();
  }

  /** Shares of a number by weight, whole ones, none above its limit; what is left over goes to the largest remainders. */
  private static Map<String, Integer> shares(int number, Map<String, Integer> weights, Map<String, Integer> limits) {
    Map<String, Integer> shares = new TreeMap<>();
    limits.keySet().forEach(name -> shares.put(name, 0));
    long whole = weights.values().stream().mapToLong(Integer::longValue).sum();
    limits.forEach((name, limit) -> shares.put(name, (int) Math.min(limit, whole == 0 ? 0 : (long) number * weights.getOrDefault(name, 0) / whole)));
    int rest = number - shares.values().stream().mapToInt(Integer::intValue).sum();
    List<String> byRemainder = limits.keySet().stream()
        .sorted(Comparator.<String>comparingLong(name -> whole == 0 ? 0 : -((long) number * weights.getOrDefault(name, 0) % whole)).thenComparing(Comparator.naturalOrder())).toList();
    while (rest > 0) {
      int before = rest;
      for (String name : byRemainder) {
        if (rest > 0 && shares.get(name) < limits.get(name)) {
          shares.merge(name, 1, Integer::sum);
          rest--;
        }
      }
      require(rest < before, "There are too few customers in the strata for the reserve. 各分層客戶不足以抽取備選樣本。");
    }
    return shares;
  }

  /** The stratum of a customer; null without strata. */
  static String stratum(CustomerPlace place, Stratification by) {
    String region = Objects.requireNonNullElse(place.region(), "-");
    String grade = Objects.requireNonNullElse(place.grade(), "-");
    return switch (by) {
      case NONE -> null;
      case REGION -> region;
      case GRADE -> grade;
      case REGION_AND_GRADE -> region + "/" + grade;
    };
  }

  static boolean isDrawn(Method method) {
    return method != Method.GIVEN;
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new FactsRefused(message);
    }
  }
}
