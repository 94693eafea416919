package dev.kefu.information.registration;

import static dev.kefu.engine.CaseVariables.CUSTOMER_CODE;
import static dev.kefu.engine.CaseVariables.CUSTOMER_GRADE;
import static dev.kefu.engine.CaseVariables.CUSTOMER_NAME;

import dev.kefu.engine.FormData;
import dev.kefu.engine.Performer;
import dev.kefu.information.master.ChangeOrigin;
import dev.kefu.information.master.CustomerData;
import dev.kefu.information.master.CustomerRecords;
import dev.kefu.information.master.CustomerState;
import dev.kefu.information.master.FieldChange;
import dev.kefu.information.master.RecordFields;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.spin.Spin;
import org.springframework.stereotype.Component;

/** Makes the entered data take effect. What somebody else changed since they were entered goes back to the entry: nobody saw it when the data were checked. */
@Component
@RequiredArgsConstructor
class ApplyRegistrationDelegate implements JavaDelegate {

  private static final String RETURN_NOTE = "returnNote";
  private static final String KNOWN = "knownRecord";
  private static final int MOST_CHARACTERS = 2000;

  private final Registrations registrations;
  private final CustomerRecords records;

  @Override
  public void execute(DelegateExecution execution) {
    String code = (String) execution.getVariable(CUSTOMER_CODE);
    CustomerData known = FormData.read(execution, KNOWN, CustomerData.class);
    List<FieldChange> changes = RecordFields.changes(known, FormData.read(execution, "entry", CustomerData.class));
    List<FieldChange> overtaken = code == null ? List.of() : records.overtaken(code, changes);
    execution.setVariable("applied", overtaken.isEmpty());
    execution.setVariable("newCustomer", code == null);
    if (!overtaken.isEmpty()) {
      execution.setVariable(KNOWN, Spin.JSON(RecordFields.json(RecordFields.with(known, overtaken))));
      execution.setVariable(RETURN_NOTE, RegistrationWords.cut("The record was changed meanwhile; look again. 記錄已被他人變更，請重新核對。\n\n" + RegistrationWords.changes(overtaken), MOST_CHARACTERS));
      return;
    }
    execution.setVariable(RETURN_NOTE, "");
    apply(execution, code, changes);
  }

  private void apply(DelegateExecution execution, String code, List<FieldChange> changes) {
    Registration registration = registrations.of(execution.getProcessInstanceId());
    boolean merged = Boolean.TRUE.equals(execution.getVariable("merged"));
    String checker = Boolean.TRUE.equals(execution.getVariable("checkNeeded")) ? Performer.of(execution) : null;
    ChangeOrigin origin = new ChangeOrigin(merged ? "merge" : (String) execution.getVariable("operation"), FormData.read(execution, "record", ReportNote.class).changeNote(),
        execution.getProcessBusinessKey(), registration.getReporter(), registration.getEnteredBy(), checker);
    Set<String> mergedCodes = merged ? RegistrationTwins.codes(execution.getVariable("mergedCodes")) : Set.of();
    CustomerState now = code == null ? records.enter(FormData.read(execution, "entry", CustomerData.class), origin) : records.change(code, changes, mergedCodes, origin);
    registration.apply(now.card().code(), now.recordVersion(), checker);
    execution.setVariable("registrationOutcome", merged ? "merged" : "registered");
    execution.setVariable(CUSTOMER_CODE, now.card().code());
    execution.setVariable(CUSTOMER_NAME, now.card().name());
    execution.setVariable(CUSTOMER_GRADE, now.card().grade());
    execution.setVariable("changeSummary", summary(code, changes, mergedCodes));
  }

  /** Which fields, without their values: a mail is no place for bank data. */
  private static String summary(String code, List<FieldChange> changes, Set<String> mergedCodes) {
    String fields = changes.stream().map(change -> RegistrationWords.field(change.field())).collect(Collectors.joining(", "));
    String what = code == null ? "New customer 新增" : fields.isEmpty() ? RegistrationWords.NOTHING : fields;
    return RegistrationWords.cut(what + (mergedCodes.isEmpty() ? "" : " · Merged numbers 併入編號: " + String.join(", ", mergedCodes)), MOST_CHARACTERS);
  }
}
