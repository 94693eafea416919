package dev.kefu.information.registration;

import dev.kefu.engine.NamedFacts;
import dev.kefu.engine.RegisterFacts;
import dev.kefu.information.master.CustomerRecords;
import dev.kefu.information.master.CustomerState;
import java.util.Optional;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** What register and record say on the printed registration. */
@Component
@RequiredArgsConstructor
class RegistrationRegisterFacts implements RegisterFacts<Registration> {

  private final RegistrationRepository repository;
  private final CustomerRecords records;

  @Override
  public String register() {
    return "registration";
  }

  @Override
  public Optional<Registration> entry(String caseNumber) {
    return repository.findByCaseNumberOrderById(caseNumber).stream().reduce((earlier, later) -> later);
  }

  @Override
  public NamedFacts<Registration> facts() {
    return new NamedFacts<Registration>()
        .with("customerNo", Registration::getCustomerCode)
        .with("operation", registration -> RegistrationWords.OPERATIONS.get(registration.getOperation()))
        .with("recordVersion", registration -> registration.getRecordVersion() == null ? null : registration.getRecordVersion().toString())
        .with("mergedCodes", Registration::getMergedCodes)
        .with("grade", ofRecord(state -> state.card().grade()))
        .with("keyAccount", ofRecord(state -> state.card().keyAccount() ? "Yes 是" : "No 否"))
        .with("creditGrade", ofRecord(state -> RegistrationWords.creditGrade(state.credit())))
        .with("creditLimit", ofRecord(state -> RegistrationWords.creditLimit(state.credit())))
        .with("paymentTerm", ofRecord(state -> RegistrationWords.paymentTerm(state.credit())))
        .with("dangerState", ofRecord(CustomerState::dangerState));
  }

  private Function<Registration, Object> ofRecord(Function<CustomerState, Object> reading) {
    return registration -> registration.getCustomerCode() == null ? null : records.find(registration.getCustomerCode()).map(reading).orElse(null);
  }
}
