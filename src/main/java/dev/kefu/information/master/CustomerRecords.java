package dev.kefu.information.master;

import dev.kefu.information.CustomerChanged;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Customers' records in full: who may be the same, what changes, what was changed. Whatever changes a record goes through here and leaves its history. */
@Service
@RequiredArgsConstructor
@Transactional
public class CustomerRecords {

  private static final String DEACTIVATE = "deactivate";
  private static final int MOST_TWINS = 20;
  private static final int MOST_NAMED = 200;

  private final CustomerRepository repository;
  private final CustomerChangeRepository changes;
  private final CustomerNumbers numbers;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  /** The record under this number, or that of the customer it was merged into; empty for an unknown number. */
  @Transactional(readOnly = true)
  public Optional<CustomerState> find(String code) {
    return repository.findByCode(code).map(this::survivor).map(this::state);
  }

  /**
   * Customers that may be the same as one that is entered, in the order of their numbers.
   *
   * @param own number of the customer that is entered, or null for a new one: it is none of them
   */
  @Transactional(readOnly = true)
  public List<Twin> twins(CustomerData data, String own) {
    Set<String> byLicence = survivors(data.licenceNo() == null ? List.of() : repository.findByLicenceNo(data.licenceNo()), own);
    Set<String> byPhone = survivors(data.phone() == null ? List.of() : repository.findByPhoneDigits(SearchText.ofPhone(data.phone())), own);
    Set<String> byName = survivors(data.customerName() == null ? List.of() : repository.findBySearchNameContainingOrderByCode(SearchText.ofName(data.customerName()), Limit.of(MOST_NAMED))
        .stream().filter(customer -> customer.isNamed(data.customerName())).toList(), own);
    return Stream.of(byLicence, byPhone, byName).flatMap(Set::stream).distinct().sorted().limit(MOST_TWINS)
        .map(code -> new Twin(state(repository.findByCode(code).orElseThrow()), byName.contains(code), byPhone.contains(code), byLicence.contains(code))).toList();
  }

  private Set<String> survivors(List<Customer> found, String own) {
    return found.stream().map(this::survivor).map(Customer::getCode).filter(code -> !code.equals(own)).collect(Collectors.toSet());
  }

  /** What was last changed of a customer, the latest first. */
  @Transactional(readOnly = true)
  public List<PastChange> lastChanges(String code, int most) {
    return changes.findByCustomerCodeOrderByIdDesc(code, Limit.of(most)).stream()
        .map(change -> new PastChange(new FieldChange(change.getField(), change.getBeforeValue(), change.getAfterValue()), change.getChangedAt(), change.getEnteredBy())).toList();
  }

  /** The fields of a customer that no longer have the value from which a change starts. */
  @Transactional(readOnly = true)
  public List<FieldChange> overtaken(String code, List<FieldChange> wanted) {
    CustomerData now = repository.findByCode(code).orElseThrow().data();
    return wanted.stream().filter(change -> !Objects.equals(change.before(), RecordFields.value(now, change.field())))
        .map(change -> new FieldChange(change.field(), change.before(), RecordFields.value(now, change.field()))).toList();
  }

  /** Enters a new customer under the next number. */
  public CustomerState enter(CustomerData data, ChangeOrigin origin) {
    numbers.lock();
    Customer customer = repository.save(new Customer(numbers.next(), data, now()));
    keep(customer, RecordFields.changes(CustomerData.NOTHING, data), origin);
    return told(customer, Set.of());
  }

  /**
   * Makes changes take effect.
   *
   * @param code number of the customer, which survives when others are merged into it
   * @param mergedCodes numbers of the customers that are this one too; each leads here from now on
   */
  public CustomerState change(String code, List<FieldChange> wanted, Set<String> mergedCodes, ChangeOrigin origin) {
    numbers.lock();
    Customer customer = repository.findByCode(code).orElseThrow();
    List<FieldChange> made = new ArrayList<>(wanted);
    customer.change(RecordFields.with(customer.data(), wanted));
    if (DEACTIVATE.equals(origin.operation())) {
      customer.deactivate();
      made.add(new FieldChange("active", "true", "false"));
    }
    mergedCodes.forEach(merged -> {
      merge(repository.findByCode(merged).orElseThrow(), customer, origin);
      made.add(new FieldChange("mergedCodes", null, merged));
    });
    keep(customer, made, origin);
    return told(customer, mergedCodes);
  }

  private void merge(Customer merged, Customer survivor, ChangeOrigin origin) {
    merged.mergeInto(survivor);
    repository.findByMergedInto(merged.getCode()).forEach(earlier -> earlier.leadTo(survivor));
    keep(merged, List.of(new FieldChange("mergedInto", null, survivor.getCode())), origin);
  }

  private void keep(Customer customer, List<FieldChange> made, ChangeOrigin origin) {
    Instant now = now();
    made.forEach(change -> changes.save(new CustomerChange(customer.getCode(), customer.getRecordVersion(), origin, change, now)));
  }

  private CustomerState told(Customer customer, Set<String> mergedCodes) {
    events.publishEvent(new CustomerChanged(customer.card(), mergedCodes));
    return state(customer);
  }

  private Customer survivor(Customer customer) {
    return customer.getMergedInto() == null ? customer : repository.findByCode(customer.getMergedInto()).orElseThrow();
  }

  private CustomerState state(Customer customer) {
    return new CustomerState(customer.data(), customer.card(), customer.getCredit().standing(), customer.getDangerState(), customer.getRecordVersion(), customer.isActive(),
        repository.findByMergedInto(customer.getCode()).stream().map(Customer::getCode).sorted().toList());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /**
   * A customer that may be the same.
   *
   * @param sameName whether the names are equal, however they are written
   * @param samePhone whether the phone numbers are
   * @param sameLicence whether the licence numbers are
   */
  public record Twin(CustomerState customer, boolean sameName, boolean samePhone, boolean sameLicence) {
  }

  /**
   * A change that took effect.
   *
   * @param enteredBy user id
   */
  public record PastChange(FieldChange change, Instant at, String enteredBy) {
  }
}
