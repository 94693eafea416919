package dev.kefu.relationship.visit;

import dev.kefu.information.CustomerContacts;
import java.time.Clock;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Every visit that took place is a contact. */
@Component
@RequiredArgsConstructor
class VisitContacts implements CustomerContacts {

  private final VisitRepository visits;
  private final Clock clock;

  @Override
  @Transactional(readOnly = true)
  public List<Contact> latest(String customerCode, int most) {
    return visits.findByCustomerCodeAndActualToIsNotNullOrderByActualToDesc(customerCode, Limit.of(most)).stream().map(visit -> new Contact(
        visit.getActualTo().atZone(clock.getZone()).toLocalDate(), "Visit 拜訪", VisitWords.purposes(visit.getPurposes()), visit.getCaseNumber())).toList();
  }
}
