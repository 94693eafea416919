package dev.kefu.relationship.reception;

import dev.kefu.information.CustomerContacts;
import java.time.Clock;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Every reception that took place is a contact. */
@Component
@RequiredArgsConstructor
class ReceptionContacts implements CustomerContacts {

  private final ReceptionRepository receptions;
  private final Clock clock;

  @Override
  @Transactional(readOnly = true)
  public List<Contact> latest(String customerCode, int most) {
    return receptions.findByCustomerCodeAndReceivedAtIsNotNullOrderByReceivedAtDesc(customerCode, Limit.of(most)).stream()
        .map(reception -> new Contact(reception.getReceivedAt().atZone(clock.getZone()).toLocalDate(), "Reception 來訪接待", null, reception.getCaseNumber())).toList();
  }
}
