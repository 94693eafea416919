package dev.kefu.information.registration;

import static dev.kefu.engine.CaseVariables.CUSTOMER_CODE;
import static dev.kefu.engine.CaseVariables.CUSTOMER_NAME;

import dev.kefu.engine.FormData;
import dev.kefu.information.master.CustomerData;
import dev.kefu.information.master.CustomerRecords;
import dev.kefu.information.master.CustomerState;
import dev.kefu.information.master.FieldChange;
import dev.kefu.information.master.RecordFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.spin.Spin;
import org.springframework.stereotype.Component;

/**
 * Fills the entry in and notes how the record stands, so that only what really changes takes effect. Where customers are one, the record that stays keeps what it
 * knows and takes the rest from the others; contacts of all are kept.
 */
@Component
@RequiredArgsConstructor
class PrepareEntryDelegate implements JavaDelegate {

  private final CustomerRecords records;

  @Override
  public void execute(DelegateExecution execution) {
    CustomerData reported = FormData.read(execution, "record", CustomerData.class);
    String own = (String) execution.getVariable(CUSTOMER_CODE);
    boolean merged = "merge".equals(execution.getVariable("mergeDecision"));
    String code = merged ? (String) execution.getVariable("survivorCode") : own;
    CustomerState known = code == null ? null : records.find(code).orElseThrow();
    CustomerData before = known == null ? CustomerData.NOTHING : known.data();
    CustomerData entry = merged ? united(code.equals(own) ? reported : before, reported, execution) : reported;
    if (Boolean.TRUE.equals(execution.getVariable("special"))) {
      entry = with(entry, "kind", "special");
    }
    if (entry.phone() == null && !entry.contacts().isEmpty() && entry.contacts().get(0).phone() != null) {
      entry = with(entry, "phone", entry.contacts().get(0).phone());
    }
    execution.setVariable("knownRecord", Spin.JSON(RecordFields.json(before)));
    execution.setVariable("entry", Spin.JSON(RecordFields.json(entry)));
    List<FieldChange> changes = RecordFields.changes(before, entry);
    String merger = merged ? "**Merged into 併入 " + code + "**" + (execution.getVariable("mergedCodes").equals("") ? "" : ": " + execution.getVariable("mergedCodes")) + "\n\n" : "";
    execution.setVariable("entryFacts", Spin.JSON(Map.of("text", merger + (known == null || changes.isEmpty() ? "" : RegistrationWords.changes(changes)))));
    if (known != null) {
      execution.setVariable(CUSTOMER_CODE, code);
      execution.setVariable(CUSTOMER_NAME, known.card().name());
      execution.setVariable("autoFacts", RegistrationWords.autoFacts(known));
    }
  }

  private CustomerData united(CustomerData staying, CustomerData reported, DelegateExecution execution) {
    List<CustomerData> others = Stream.concat(Stream.of(reported), RegistrationTwins.codes(execution.getVariable("mergedCodes")).stream().map(code -> records.find(code).orElseThrow().data()))
        .toList();
    CustomerData united = staying;
    List<CustomerData.Contact> contacts = new ArrayList<>(staying.contacts());
    for (CustomerData other : others) {
      united = RecordFields.filledUp(united, other);
      other.contacts().stream().filter(contact -> !contacts.contains(contact)).forEach(contacts::add);
    }
    return united.with(contacts);
  }

  private static CustomerData with(CustomerData data, String field, String value) {
    return RecordFields.with(data, List.of(new FieldChange(field, null, value)));
  }
}
