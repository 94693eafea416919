package dev.kefu.information.master;

import dev.kefu.information.CustomerCard;
import dev.kefu.information.CustomerPlace;
import dev.kefu.information.Customers;
import dev.kefu.information.NewCustomer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@RequiredArgsConstructor
@Transactional
class CustomerMaster implements Customers {

  private static final String CODE = "[Cc][0-9]{6}";
  private static final String CURRENT = "current";

  private final CustomerRepository repository;
  private final CustomerNumbers numbers;
  private final Clock clock;

  @Override
  @Transactional(readOnly = true)
  public List<CustomerCard> search(String typed, int limit) {
    String words = typed.strip();
    if (words.matches(CODE)) {
      return find(words).stream().toList();
    }
    return matches(words, Limit.of(limit)).map(this::survivor).distinct().map(Customer::card).toList();
  }

  /** The customer itself, or the one that its number leads to. */
  private Customer survivor(Customer customer) {
    return customer.getMergedInto() == null ? customer : repository.findByCode(customer.getMergedInto()).orElseThrow();
  }

  private Stream<Customer> matches(String words, Limit limit) {
    if (SearchText.looksLikePhone(words)) {
      return repository.findByPhoneDigitsEndingWithOrderByCode(SearchText.ofPhone(words), limit).stream();
    }
    String part = SearchText.ofName(words);
    List<Customer> found = repository.findBySearchNameContainingOrderByCode(part, limit).stream()
        .filter(customer -> customer.getSearchName().contains(part))
        .toList();
    List<Customer> exact = found.stream().filter(customer -> customer.isNamed(words)).toList();
    return exact.size() == 1 ? exact.stream() : found.stream();
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<CustomerCard> find(String code) {
    return repository.findByCode(code.toUpperCase(Locale.ROOT)).map(this::survivor).map(Customer::card);
  }

  @Override
  public void noteContact(String code, LocalDate day, Integer satisfaction) {
    repository.findByCode(code).map(this::survivor).orElseThrow(() -> new IllegalArgumentException("There is no customer " + code + ".")).contacted(day, satisfaction);
  }

  @Override
  @Transactional(readOnly = true)
  public List<CustomerCard> notContactedSince(String grade, LocalDate day, String after, int limit) {
    return repository.findNotContacted(grade, day, day.plusDays(1).atStartOfDay(clock.getZone()).toInstant(), after, Limit.of(limit)).stream()
        .map(Customer::card).toList();
  }

  @Override
  @Transactional(readOnly = true)
  public List<CustomerCard> inCharge(String owner, String grade, int limit) {
    return repository.findByOwnerAndGradeAndActiveTrueOrderByCode(owner, grade, Limit.of(limit)).stream().map(Customer::card).toList();
  }

  @Override
  @Transactional(readOnly = true)
  public List<CustomerPlace> contactable(String after, int limit) {
    return repository.findContactable(after, Limit.of(limit));
  }

  @Override
  @Transactional(readOnly = true)
  public List<CustomerCard> current(LocalDate day, String after, int limit) {
    return repository.findByStateAndActiveTrueAndCreatedAtBeforeAndCodeGreaterThanOrderByCode(CURRENT, day.plusDays(1).atStartOfDay(clock.getZone()).toInstant(), after, Limit.of(limit)).stream()
        .map(Customer::card).toList();
  }

  @Override
  public CustomerCard register(NewCustomer facts) {
    return enter(facts).card();
  }

  /** Returns the record under this name and phone number, new or known. */
  Customer enter(NewCustomer facts) {
    numbers.lock();
    return repository.findByPhoneDigits(SearchText.ofPhone(facts.phone())).stream()
        .filter(known -> known.isNamed(facts.customerName()))
        .findFirst()
        .map(this::survivor)
        .orElseGet(() -> repository.save(new Customer(numbers.next(), facts, clock.instant())));
  }
}
