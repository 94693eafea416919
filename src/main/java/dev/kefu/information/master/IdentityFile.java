package dev.kefu.information.master;

import dev.kefu.information.CustomerIdentities;
import dev.kefu.information.CustomerIdentity;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@RequiredArgsConstructor
@Transactional
class IdentityFile implements CustomerIdentities {

  /** Fields of {@code information_customer_changes} whose former values name somebody. */
  private static final List<String> NAMING = List.of("name", "shortName", "phone", "email", "address", "licenceNo", "taxNo", "legalRep", "fax", "website", "accountNo", "invoiceTitle");

  private final CustomerRepository repository;
  private final JdbcClient jdbc;

  @Override
  @Transactional(readOnly = true)
  public Optional<CustomerIdentity> of(String code) {
    return repository.findByCode(code).filter(customer -> customer.getMergedInto() == null).map(customer -> {
      List<Customer> all = Stream.concat(Stream.of(customer), repository.findByMergedInto(code).stream()).toList();
      Set<String> codes = all.stream().map(Customer::getCode).collect(Collectors.toCollection(LinkedHashSet::new));
      Set<String> texts = all.stream().flatMap(Customer::namingTexts).collect(Collectors.toCollection(LinkedHashSet::new));
      jdbc.sql("select before_value, after_value from information_customer_changes where customer_code in (:codes) and field in (:fields)").param("codes", codes).param("fields", NAMING)
          .query((row, index) -> Stream.of(Optional.ofNullable(row.getString(1)), Optional.ofNullable(row.getString(2))).flatMap(Optional::stream).toList()).list().forEach(texts::addAll);
      texts.removeIf(String::isBlank);
      return new CustomerIdentity(codes, texts, customer.getSecrecyGrade());
    });
  }

  @Override
  public void anonymise(String code) {
    repository.findByMergedInto(code).forEach(Customer::anonymise);
    repository.findByCode(code).orElseThrow().anonymise();
  }
}
