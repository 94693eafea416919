package dev.kefu.information.master;

import dev.kefu.information.CustomerProfile;
import dev.kefu.information.CustomerProfiles;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@RequiredArgsConstructor
class ProfileFile implements CustomerProfiles {

  private final CustomerRepository repository;

  @Override
  @Transactional(readOnly = true)
  public Optional<CustomerProfile> find(String code) {
    return repository.findByCode(code).map(customer -> customer.getMergedInto() == null ? customer : repository.findByCode(customer.getMergedInto()).orElseThrow())
        .map(Customer::profile);
  }
}
