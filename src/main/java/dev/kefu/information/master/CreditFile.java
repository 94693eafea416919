package dev.kefu.information.master;

import dev.kefu.information.CreditStanding;
import dev.kefu.information.CreditStandings;
import dev.kefu.information.CustomerCard;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@RequiredArgsConstructor
@Transactional
class CreditFile implements CreditStandings {

  private final CustomerRepository repository;

  @Override
  @Transactional(readOnly = true)
  public Optional<CreditStanding> find(String customerCode) {
    return repository.findByCode(customerCode).map(customer -> customer.getCredit().standing());
  }

  @Override
  public void write(String customerCode, CreditStanding standing) {
    known(customerCode).getCredit().write(standing);
  }

  @Override
  public boolean freeze(String customerCode) {
    return known(customerCode).getCredit().freeze();
  }

  @Override
  @Transactional(readOnly = true)
  public List<CustomerCard> outdated(LocalDate today, int limit) {
    return repository.findOutdatedCredit(today, Limit.of(limit)).stream().map(Customer::card).toList();
  }

  @Override
  @Transactional(readOnly = true)
  public List<CustomerCard> ratedBefore(LocalDate day, String after, int limit) {
    return repository.findCreditRatedBefore(day, after, Limit.of(limit)).stream().map(Customer::card).toList();
  }

  private Customer known(String code) {
    return repository.findByCode(code).orElseThrow(() -> new IllegalArgumentException("There is no customer " + code + "."));
  }
}
