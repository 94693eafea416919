package dev.kefu.information.master;

import static java.util.stream.IntStream.range;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.KefuIT;
import dev.kefu.information.CustomerCard;
import dev.kefu.information.Customers;
import dev.kefu.information.NewCustomer;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@KefuIT
class CustomersIT {

  @Autowired
  private Customers customers;
  @Autowired
  private DemoCustomers demoCustomers;
  @Autowired
  private JdbcClient jdbc;
  @Autowired
  private TransactionTemplate transaction;

  private final String unique = UUID.randomUUID().toString().substring(0, 8);

  @Test
  void customerIsFoundByCodeInAnyCase() {
    CustomerCard known = register("Code " + unique, phone(1));

    assertThat(customers.search(known.code().toLowerCase(), 5)).containsExactly(known);
    assertThat(customers.find(known.code())).contains(known);
    assertThat(customers.search("C999999", 5)).isEmpty();
  }

  @Test
  void customerIsFoundByPhoneHoweverItIsWritten() {
    String number = phone(2);
    CustomerCard known = register("Phone " + unique, number);

    assertThat(customers.search("+86 " + number.substring(0, 3) + "-" + number.substring(3), 5)).containsExactly(known);
    assertThat(customers.search(number.substring(3), 5)).contains(known);
  }

  @Test
  void customersAreFoundByPartOfTheNameInAnyCaseAndWidth() {
    CustomerCard first = register("ACME𠮷 North " + unique, phone(3));
    CustomerCard second = register("Acme𠮷 South " + unique, phone(4));

    assertThat(customers.search("ａｃｍｅ𠮷", 100)).contains(first, second);
    assertThat(customers.search("south " + unique, 5)).containsExactly(second);
  }

  @Test
  void otherFourByteCharactersAreNotTakenForEqual() {
    CustomerCard known = register("😀" + unique, phone(5));

    assertThat(customers.search("😀" + unique, 5)).containsExactly(known);
    assertThat(customers.search("🍣" + unique, 5)).isEmpty();
  }

  @Test
  void wildcardsAreOrdinaryCharacters() {
    CustomerCard percent = register("100% " + unique, phone(6));
    register("1000 " + unique, phone(7));

    assertThat(customers.search("100% " + unique, 5)).containsExactly(percent);
    assertThat(customers.search("100_ " + unique, 5)).isEmpty();
  }

  @Test
  void exactNameIsFoundAloneAmongLongerNames() {
    CustomerCard exact = register("Exact " + unique, phone(8));
    register("Exact " + unique + " Asia", phone(9));

    assertThat(customers.search("exact " + unique, 5)).containsExactly(exact);
  }

  @Test
  void sameNameAndPhoneIsOneCustomer() {
    CustomerCard first = register("Twin " + unique, phone(10));

    assertThat(register("twin " + unique, "+86 " + phone(10))).isEqualTo(first);
    assertThat(register("Twin " + unique, phone(11)).code()).isNotEqualTo(first.code());
  }

  @Test
  void numbersHaveNoHolesAfterARollback() {
    int before = number(register("Before " + unique, phone(12)));
    transaction.executeWithoutResult(status -> {
      register("Lost " + unique, phone(13));
      status.setRollbackOnly();
    });

    assertThat(number(register("After " + unique, phone(14)))).isEqualTo(before + 1);
  }

  @Test
  void customerRegisteredByManyAtOnceIsEnteredOnce() {
    List<CompletableFuture<CustomerCard>> registrations = range(0, 8)
        .mapToObj(i -> CompletableFuture.supplyAsync(() -> register("Rush " + unique, phone(15))))
        .toList();

    assertThat(registrations.stream().map(CompletableFuture::join).distinct()).hasSize(1);
  }

  @Test
  void demoCustomersAreEnteredOnceAndSomeShareTheirName() throws Exception {
    int before = count();
    demoCustomers.run(new DefaultApplicationArguments());

    assertThat(count()).isEqualTo(before);
    assertThat(customers.search("王小明", 5)).hasSize(2);
    assertThat(customers.search("Acme Instruments Ltd", 5)).singleElement().satisfies(acme -> {
      assertThat(acme.keyAccount()).isTrue();
      assertThat(acme.owner()).isEqualTo("key-account-specialist");
      assertThat(acme.grade()).isEqualTo("A");
    });
    assertThat(customers.search("李𠮷祥", 5)).hasSize(1);
  }

  private CustomerCard register(String name, String phone) {
    return customers.register(new NewCustomer(name, null, "endUser", "current", phone, null, "north", null, "call", true));
  }

  /** A phone number of this test's own: digits made of the unique part. */
  private String phone(int which) {
    return "13%09d".formatted((Long.parseLong(unique, 16) * 31 + which) % 1_000_000_000L);
  }

  private static int number(CustomerCard card) {
    return Integer.parseInt(card.code().substring(1));
  }

  private int count() {
    return jdbc.sql("select count(*) from information_customers").query(Integer.class).single();
  }
}
