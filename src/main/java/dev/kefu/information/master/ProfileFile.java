package dev.kefu.information.master;

import dev.kefu.information.CustomerProfile;
import dev.kefu.information.CustomerProfiles;
import dev.kefu.organisation.CurrentPerson;
import dev.kefu.organisation.ReadingRights;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@RequiredArgsConstructor
class ProfileFile implements CustomerProfiles {

  private final CustomerRepository repository;
  private final ReadingRights rights;
  private final CurrentPerson person;

  @Override
  @Transactional(readOnly = true)
  public Optional<CustomerProfile> find(String code) {
    return repository.findByCode(code).map(customer -> customer.getMergedInto() == null ? customer : repository.findByCode(customer.getMergedInto()).orElseThrow())
        .filter(this::mayRead).map(Customer::profile);
  }

  @Override
  @Transactional(readOnly = true)
  public List<String> readable(Collection<String> codes) {
    return codes.stream().filter(code -> repository.findByCode(code).filter(this::mayRead).isPresent()).toList();
  }

  private boolean mayRead(Customer customer) {
    return customer.getSecrecyGrade() == null || person.userId().equals(customer.getOwner()) || !rights.gradesHiddenFrom(person).contains(customer.getSecrecyGrade());
  }
}
