package dev.kefu.relationship.callback;

import dev.kefu.information.CustomerCard;
import dev.kefu.information.Customers;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The due list, read page by page. Whoever reads a page holds a lock until the transaction ends, in which the call-backs of the page are opened too: a second
 * node waits, and then finds them opened.
 */
@Service
@RequiredArgsConstructor
class DueCallbacks {

  /** A page's cases are opened in one transaction. */
  private static final int PAGE_SIZE = 100;

  private final JdbcClient jdbc;
  private final CallbackRepository callbacks;
  private final Customers customers;
  private final Clock clock;

  /**
   * A part of the due list.
   *
   * @param due who is to be called back
   * @param last where the next page begins; null when this is the last page
   */
  record Page(List<DueCallback> due, String last) {
  }

  /** Notes that a customer is to be called back because of a fact; noting it twice changes nothing. */
  @Transactional
  void note(String customerCode, String reason, String source, LocalDate happenedOn) {
    boolean known = jdbc.sql("select count(*) from relationship_callback_due where customer_code = ? and reason = ? and source = ?")
        .params(customerCode, reason, source).query(Integer.class).single() > 0;
    if (!known) {
      jdbc.sql("insert into relationship_callback_due (customer_code, reason, source, happened_on) values (?, ?, ?, ?)")
          .params(customerCode, reason, source, happenedOn).update();
    }
  }

  /**
   * Reads a page of those who are due today.
   *
   * @param after {@link Page#last} of the page before, or an empty text
   */
  @Transactional(propagation = Propagation.MANDATORY)
  Page next(Occasion occasion, String after) {
    jdbc.sql("select id from relationship_callback_rounds for update").query(Integer.class).single();
    return occasion.every() == null ? byFact(occasion, after) : byGrade(occasion, after);
  }

  private Page byFact(Occasion occasion, String after) {
    List<Fact> facts = jdbc.sql("select id, customer_code as customerCode, source, happened_on as happenedOn from relationship_callback_due"
            + " where reason = ? and opened_at is null and happened_on <= ? and id > ? order by id limit " + PAGE_SIZE)
        .params(occasion.reason(), occasion.latestFact(LocalDate.now(clock)), after.isEmpty() ? 0 : Long.parseLong(after)).query(Fact.class).list();
    List<DueCallback> due = facts.stream().flatMap(fact -> customers.find(fact.customerCode())
        .map(card -> new DueCallback(card, occasion.reason(), fact.source(), fact.happenedOn(), occasion.callBy(fact.happenedOn()))).stream()).toList();
    return new Page(due, facts.size() < PAGE_SIZE ? null : String.valueOf(facts.get(facts.size() - 1).id()));
  }

  /** A customer with whom a call-back is open, or was opened in this cycle without reaching anybody, is not due. */
  private Page byGrade(Occasion occasion, String after) {
    LocalDate today = LocalDate.now(clock);
    LocalDate lastContact = today.minusDays(occasion.every());
    List<CustomerCard> page = customers.notContactedSince(occasion.grade(), lastContact, after, PAGE_SIZE);
    Instant cycleBegan = lastContact.plusDays(1).atStartOfDay(clock.getZone()).toInstant();
    Set<String> calledBack = page.isEmpty() ? Set.of() : callbacks.findCalledBack(page.stream().map(CustomerCard::code).toList(), cycleBegan);
    List<DueCallback> due = page.stream().filter(card -> !calledBack.contains(card.code()))
        .map(card -> new DueCallback(card, occasion.reason(), today.toString(), today, null)).toList();
    return new Page(due, page.size() < PAGE_SIZE ? null : page.get(page.size() - 1).code());
  }

  /** Number of the case that the call-back was due for; empty for one of the regular rounds, and for one that was not on the list. */
  Optional<String> sourceOf(String caseNumber) {
    return jdbc.sql("select source from relationship_callback_due where opened_case = ? and source like '___-____-%'").param(caseNumber).query(String.class).list().stream().findFirst();
  }

  /** Notes that the call-back was opened; a second one for the same customer, reason and source fails. */
  @Transactional(propagation = Propagation.MANDATORY)
  void opened(DueCallback due, String caseNumber) {
    Timestamp now = Timestamp.from(clock.instant());
    int waiting = jdbc.sql("update relationship_callback_due set opened_case = ?, opened_at = ? where customer_code = ? and reason = ? and source = ? and opened_at is null")
        .params(caseNumber, now, due.customer().code(), due.reason(), due.source()).update();
    if (waiting == 0) {
      jdbc.sql("insert into relationship_callback_due (customer_code, reason, source, happened_on, opened_case, opened_at) values (?, ?, ?, ?, ?, ?)")
          .params(due.customer().code(), due.reason(), due.source(), due.happenedOn(), caseNumber, now).update();
    }
  }

  private record Fact(long id, String customerCode, String source, LocalDate happenedOn) {
  }
}
