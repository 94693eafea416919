package dev.kefu.relationship.callback;

import dev.kefu.information.CustomerContacts;
import dev.kefu.reporting.FormLabels;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Every try to call a customer back is a contact. */
@Component
@RequiredArgsConstructor
class CallbackContacts implements CustomerContacts {

  private static final Map<String, String> OUTCOMES = FormLabels.of("relationship/customer-callback-do", "call.outcome");

  private final CallbackRepository callbacks;

  @Override
  @Transactional(readOnly = true)
  public List<Contact> latest(String customerCode, int most) {
    return callbacks.findByCustomerCodeOrderByOpenedAtDesc(customerCode, Limit.of(most)).stream()
        .flatMap(callback -> callback.getTries().stream().map(one -> new Contact(one.triedOn(), "Call-back 回訪", OUTCOMES.getOrDefault(one.outcome().getCode(), one.outcome().getCode()), callback.getCaseNumber())))
        .sorted(Comparator.comparing(Contact::day).reversed()).limit(most).toList();
  }
}
