package dev.kefu.information.registration;

import static dev.kefu.engine.CaseVariables.CUSTOMER_CODE;

import dev.kefu.engine.FactsRefused;
import dev.kefu.engine.FormData;
import dev.kefu.engine.Performer;
import dev.kefu.information.master.CustomerData;
import dev.kefu.information.master.CustomerRecords;
import dev.kefu.information.master.FieldChange;
import dev.kefu.information.master.RecordFields;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Lays every field before and after side by side, for the table registration-check and for whoever checks. */
@Component
@RequiredArgsConstructor
class NoteEntryDelegate implements JavaDelegate {

  private static final Set<String> BANK = Set.of("bank", "accountNo", "invoiceTitle");
  private static final int LAST_CHANGES = 5;

  private final Registrations registrations;
  private final CustomerRecords records;
  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    CustomerData entry = FormData.read(execution, "entry", CustomerData.class);
    List<FieldChange> changes = RecordFields.changes(FormData.read(execution, "knownRecord", CustomerData.class), entry);
    String code = (String) execution.getVariable(CUSTOMER_CODE);
    boolean merged = "merge".equals(execution.getVariable("mergeDecision"));
    if (changes.isEmpty() && "change".equals(execution.getVariable("operation")) && !merged) {
      throw new FactsRefused("Nothing differs from the record: change something, or have the report withdrawn. 與現有記錄無異，請修改或撤回");
    }
    String by = Performer.of(execution);
    registrations.of(execution.getProcessInstanceId()).enter(entry.customerName(), entry.section(), by);
    execution.setVariable("merged", merged);
    execution.setVariable("nameChanged", code != null && changes.stream().anyMatch(change -> change.field().equals("customerName")));
    execution.setVariable("bankChanged", changes.stream().map(FieldChange::field).anyMatch(BANK::contains));
    execution.setVariable("enteredBy", by);
    execution.setVariable("checkFacts", RegistrationWords.checkFacts(heading(execution, code, merged), changes, code == null ? List.of() : records.lastChanges(code, LAST_CHANGES),
        FormData.read(execution, "record", ReportNote.class).changeNote(), clock));
  }

  private static String heading(DelegateExecution execution, String code, boolean merged) {
    String operation = RegistrationWords.OPERATIONS.get((String) execution.getVariable("operation"));
    Object numbers = execution.getVariable("mergedCodes");
    return "**" + operation + "** · " + (code == null ? "" : code + " ") + execution.getVariable("customerName")
        + (merged ? " · **Merger 合併**" + (numbers.equals("") ? "" : ": " + numbers + " → " + code) : "");
  }
}
