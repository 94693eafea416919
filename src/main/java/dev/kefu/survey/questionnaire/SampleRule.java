package dev.kefu.survey.questionnaire;

import java.util.Map;
import java.util.Set;

/**
 * How a sample is drawn from the customers who agreed to be contacted.
 *
 * @param method how
 * @param size how many are asked
 * @param reserve how many more are drawn to take the places of those who refuse
 * @param stratification what a stratum is; {@link Stratification#NONE} but for {@link Method#STRATIFIED}
 * @param quotas how many of each stratum ({@code north}, {@code A}, {@code north/A}), together {@code size}; empty for shares as in the master
 * @param regions codes of the regions in which customers count; empty for all
 * @param grades grades of which customers count; empty for all
 * @param seed a number that draws the same sample again from the same customers; null for one by chance, which is kept
 */
public record SampleRule(Method method, int size, int reserve, Stratification stratification, Map<String, Integer> quotas, Set<String> regions, Set<String> grades, Long seed) {

  public SampleRule {
    stratification = stratification == null ? Stratification.NONE : stratification;
    quotas = quotas == null ? Map.of() : Map.copyOf(quotas);
    regions = regions == null ? Set.of() : Set.copyOf(regions);
    grades = grades == null ? Set.of() : Set.copyOf(grades);
  }

  /** How respondents are found. */
  public enum Method {

    /** Each customer with the same chance. */
    SIMPLE("Simple random 簡單隨機抽樣"),
    /** Each n-th customer from a random start. */
    SYSTEMATIC("Systematic 系統抽樣"),
    /** So many of each stratum. */
    STRATIFIED("Stratified 分層抽樣"),
    /** Not drawn here: whoever asks brings the respondents, for example an agency, or people who are no customers. */
    GIVEN("Brought by whoever asks 由調查方自選");

    private final String label;

    Method(String label) {
      this.label = label;
    }

    /** What people read. */
    public String label() {
      return label;
    }
  }

  /** By what customers are put into strata. */
  public enum Stratification {

    NONE("—"),
    REGION("Region 區域"),
    GRADE("Grade 客戶等級"),
    REGION_AND_GRADE("Region and grade 區域與等級");

    private final String label;

    Stratification(String label) {
      this.label = label;
    }

    /** What people read. */
    public String label() {
      return label;
    }
  }

  /** Each customer with the same chance. */
  public static SampleRule simple(int size, int reserve) {
    return new SampleRule(Method.SIMPLE, size, reserve, Stratification.NONE, Map.of(), Set.of(), Set.of(), null);
  }

  /** Each n-th customer. */
  public static SampleRule systematic(int size, int reserve) {
    return new SampleRule(Method.SYSTEMATIC, size, reserve, Stratification.NONE, Map.of(), Set.of(), Set.of(), null);
  }

  /** So many of each stratum, or shares as in the master where no quotas are given. */
  public static SampleRule stratified(int size, int reserve, Stratification by, Map<String, Integer> quotas) {
    return new SampleRule(Method.STRATIFIED, size, reserve, by, quotas, Set.of(), Set.of(), null);
  }

  /** Respondents whom whoever asks brings. */
  public static SampleRule given(int size) {
    return new SampleRule(Method.GIVEN, size, 0, Stratification.NONE, Map.of(), Set.of(), Set.of(), null);
  }

  /** The same rule with a seed. */
  public SampleRule seeded(long number) {
    return new SampleRule(method, size, reserve, stratification, quotas, regions, grades, number);
  }
}
