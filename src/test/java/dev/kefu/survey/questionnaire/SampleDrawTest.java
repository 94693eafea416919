package dev.kefu.survey.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kefu.engine.FactsRefused;
import dev.kefu.information.CustomerPlace;
import dev.kefu.survey.questionnaire.SampleDraw.Drawn;
import dev.kefu.survey.questionnaire.SampleRule.Stratification;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SampleDrawTest {

  /** 60 customers in the north, 30 in the south, 10 in the east; every fifth has grade A. */
  private static final List<CustomerPlace> FRAME = IntStream.range(0, 100)
      .mapToObj(i -> new CustomerPlace("C%06d".formatted(i), i % 10 < 6 ? "north" : i % 10 < 9 ? "south" : "east", i % 5 == 0 ? "A" : "B")).toList();

  @Test
  void sameSeedDrawsTheSameAndAnotherSeedAnother() {
    for (SampleRule rule : List.of(SampleRule.simple(20, 5), SampleRule.systematic(20, 5), SampleRule.stratified(20, 5, Stratification.REGION, Map.of()))) {
      assertThat(SampleDraw.draw(FRAME, rule, 42)).as("%s", rule.method()).isEqualTo(SampleDraw.draw(FRAME, rule, 42)).isNotEqualTo(SampleDraw.draw(FRAME, rule, 43));
    }
  }

  @Test
  void nobodyIsDrawnTwiceAndNobodyIsInTheReserveToo() {
    for (long seed = 0; seed < 50; seed++) {
      for (SampleRule rule : List.of(SampleRule.simple(70, 30), SampleRule.systematic(70, 30), SampleRule.stratified(70, 30, Stratification.REGION_AND_GRADE, Map.of()))) {
        Drawn drawn = SampleDraw.draw(FRAME, rule, seed);
        assertThat(drawn.sample()).hasSize(70);
        assertThat(drawn.reserve()).hasSize(30);
        assertThat(all(drawn)).doesNotHaveDuplicates();
      }
    }
  }

  @Test
  void eachNthCustomerIsDrawnFromARandomStart() {
    List<CustomerPlace> sample = SampleDraw.draw(FRAME, SampleRule.systematic(10, 0), 7).sample();
    List<Integer> positions = sample.stream().map(FRAME::indexOf).toList();
    assertThat(positions.get(0)).isLessThan(10);
    for (int i = 1; i < positions.size(); i++) {
      assertThat(positions.get(i) - positions.get(i - 1)).isEqualTo(10);
    }
  }

  @Test
  void everybodyHasTheSameChance() {
    Map<String, Long> drawn = new HashMap<>();
    for (long seed = 0; seed < 2000; seed++) {
      SampleDraw.draw(FRAME, SampleRule.systematic(30, 0), seed).sample().forEach(place -> drawn.merge(place.code(), 1L, Long::sum));
    }
    assertThat(drawn).hasSize(100);
    assertThat(drawn.values()).allSatisfy(times -> assertThat(times).isBetween(480L, 720L));
  }

  @Test
  void strataHaveTheirSharesOrTheirQuotas() {
    assertThat(regions(SampleDraw.draw(FRAME, SampleRule.stratified(20, 0, Stratification.REGION, Map.of()), 1))).containsExactlyInAnyOrderEntriesOf(Map.of("north", 12L, "south", 6L, "east", 2L));
    assertThat(regions(SampleDraw.draw(FRAME, SampleRule.stratified(7, 0, Stratification.REGION, Map.of()), 1)).values().stream().mapToLong(Long::longValue).sum()).isEqualTo(7);
    assertThat(regions(SampleDraw.draw(FRAME, SampleRule.stratified(20, 6, Stratification.REGION, Map.of("north", 5, "south", 5, "east", 10)), 1)))
        .containsExactlyInAnyOrderEntriesOf(Map.of("north", 5L, "south", 5L, "east", 10L));
    List<CustomerPlace> graded = SampleDraw.draw(FRAME, SampleRule.stratified(4, 0, Stratification.GRADE, Map.of("A", 3, "B", 1)), 1).sample();
    assertThat(graded).extracting(CustomerPlace::grade).containsExactlyInAnyOrder("A", "A", "A", "B");
  }

  @Test
  void whatCannotBeDrawnIsRefusedInWords() {
    refused(SampleRule.simple(90, 11), "100 customers", "100 名");
    refused(SampleRule.simple(0, 0), "at least one");
    refused(SampleRule.stratified(10, 0, Stratification.NONE, Map.of()), "by what the strata are made");
    refused(SampleRule.stratified(10, 0, Stratification.REGION, Map.of("north", 9)), "add up to 9");
    refused(SampleRule.stratified(12, 0, Stratification.REGION, Map.of("east", 12)), "Stratum east has 10 customers");
    refused(SampleRule.stratified(1, 0, Stratification.REGION, Map.of("west", 1)), "Stratum west has 0 customers");
  }

  private static void refused(SampleRule rule, String... words) {
    assertThatThrownBy(() -> SampleDraw.draw(FRAME, rule, 1)).isInstanceOf(FactsRefused.class).hasMessageContainingAll(words);
  }

  private static List<CustomerPlace> all(Drawn drawn) {
    return Stream.concat(drawn.sample().stream(), drawn.reserve().stream()).collect(Collectors.toCollection(ArrayList::new));
  }

  private static Map<String, Long> regions(Drawn drawn) {
    return drawn.sample().stream().collect(Collectors.groupingBy(CustomerPlace::region, Collectors.counting()));
  }
}
