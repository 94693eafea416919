package dev.kefu.information.master;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kefu.KefuIT;
import dev.kefu.information.CreditStanding;
import dev.kefu.information.CreditStandings;
import dev.kefu.information.CustomerCard;
import dev.kefu.information.Customers;
import dev.kefu.information.NewCustomer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@KefuIT
class CreditStandingsIT {

  private static final LocalDate RATED = LocalDate.of(2019, 3, 1);

  @Autowired
  private CreditStandings standings;
  @Autowired
  private Customers customers;

  private final String unique = UUID.randomUUID().toString();

  @Test
  void customerWhoWasNeverRatedHasNoStanding() {
    assertThat(standings.find(customer(1))).isEmpty();
    assertThat(standings.find("C999999")).isEmpty();
    assertThat(standings.freeze(customer(1))).isFalse();
  }

  @Test
  void newStandingReplacesTheOneBeforeAndLiftsTheFreeze() {
    String code = customer(2);
    standings.write(code, standing("AA", "200000.00"));
    assertThat(standings.find(code)).contains(standing("AA", "200000.00"));
    assertThat(standings.freeze(code)).isTrue();
    assertThat(standings.freeze(code)).as("is frozen already").isFalse();
    assertThat(standings.find(code)).hasValueSatisfying(found -> {
      assertThat(found.frozen()).isTrue();
      assertThat(found.limit()).isEqualByComparingTo("200000.00");
      assertThat(found.usableLimit()).isZero();
    });
    standings.write(code, standing("A", "90000.00"));
    assertThat(standings.find(code)).contains(standing("A", "90000.00"));
  }

  @Test
  void ratingIsTooOldTheDayAfterTheLastOneUntilItIsFrozen() {
    String code = customer(3);
    standings.write(code, standing("BBB", "1000.00"));
    assertThat(codes(standings.outdated(RATED.plusYears(1), 10_000))).doesNotContain(code);
    assertThat(codes(standings.outdated(RATED.plusYears(1).plusDays(1), 10_000))).contains(code);
    standings.freeze(code);
    assertThat(codes(standings.outdated(RATED.plusYears(1).plusDays(1), 10_000))).doesNotContain(code);
  }

  @Test
  void whoeverMayBuyOnCreditIsFoundByTheDayOfTheRatingAlsoWhileFrozen() {
    String code = customer(4);
    standings.write(code, standing("B", "500.00"));
    standings.freeze(code);
    String cash = customer(5);
    standings.write(cash, new CreditStanding("C", 30, 0, new BigDecimal("0.00"), false, "prepayment", RATED, RATED.plusYears(1), false));
    assertThat(codes(standings.ratedBefore(RATED.plusDays(1), "", 10_000))).contains(code).doesNotContain(cash);
    assertThat(codes(standings.ratedBefore(RATED, "", 10_000))).doesNotContain(code);
    assertThat(codes(standings.ratedBefore(RATED.plusDays(1), code, 10_000))).doesNotContain(code);
  }

  @Test
  void unknownCustomerHasNoStandingToWrite() {
    assertThatThrownBy(() -> standings.write("C999999", standing("A", "1.00"))).hasMessageContaining("C999999");
  }

  private static CreditStanding standing(String grade, String limit) {
    return new CreditStanding(grade, 75, 45, new BigDecimal(limit), false, "credit", RATED, RATED.plusYears(1), false);
  }

  private static List<String> codes(List<CustomerCard> cards) {
    return cards.stream().map(CustomerCard::code).toList();
  }

  private String customer(int which) {
    return customers.register(new NewCustomer("Rated " + which + " " + unique, null, "direct", "current", "022-7000" + which, null, "north", null, "call", true)).code();
  }
}
