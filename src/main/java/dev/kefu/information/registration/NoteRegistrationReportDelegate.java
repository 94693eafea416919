package dev.kefu.information.registration;

import static dev.kefu.engine.CaseVariables.CUSTOMER_CODE;
import static dev.kefu.engine.CaseVariables.CUSTOMER_NAME;

import dev.kefu.engine.FactsRefused;
import dev.kefu.engine.FormData;
import dev.kefu.engine.Performer;
import dev.kefu.information.master.CustomerData;
import dev.kefu.information.master.CustomerRecords;
import dev.kefu.information.master.CustomerRecords.Twin;
import dev.kefu.information.master.CustomerState;
import dev.kefu.information.master.FieldChange;
import dev.kefu.information.master.RecordFields;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.spin.Spin;
import org.springframework.stereotype.Component;

/** Enters a report into the register and says what the table customer-validation asks: what is given, and which customers may be the same. */
@Component
@RequiredArgsConstructor
class NoteRegistrationReportDelegate implements JavaDelegate {

  private static final String REPORT = "userTask_report";
  private static final Set<String> COMPARED = Set.of("customerName", "phone", "licenceNo");
  private static final String CHANGE = "change";
  private static final String DEACTIVATE = "deactivate";

  private final Registrations registrations;
  private final CustomerRecords records;
  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    CustomerData data = FormData.read(execution, "record", CustomerData.class);
    ReportNote note = FormData.read(execution, "record", ReportNote.class);
    String operation = (String) execution.getVariable("operation");
    String code = (String) execution.getVariable(CUSTOMER_CODE);
    List<Twin> twins = twins(execution, operation, code, data, note);

    Registration registration = registrations.open(execution.getProcessBusinessKey(), execution.getProcessInstanceId(), operation, Performer.of(execution),
        ((Date) execution.getVariable("contactedAt")).toInstant(), isLate(execution));
    registration.report(code, data.customerName(), data.section(), twins.stream().map(twin -> twin.customer().card().code()).collect(Collectors.joining(",")));

    sayWhatIsGiven(execution, data);
    execution.setVariable("sameLicence", twins.stream().anyMatch(Twin::sameLicence));
    execution.setVariable("sameNameAndPhone", twins.stream().anyMatch(twin -> twin.sameName() && twin.samePhone()));
    execution.setVariable("sameCompanyName", data.isCompany() && twins.stream().anyMatch(Twin::sameName));
    execution.setVariable("samePhone", twins.stream().anyMatch(Twin::samePhone));
    execution.setVariable("numberNamed", note.otherCustomer() != null && !twins.isEmpty());
    execution.setVariable("duplicates", Spin.JSON(Map.of("text", twins.isEmpty() ? "" : RegistrationWords.sideBySide(data, code, twins))));
    execution.setVariable("duplicateChoices", Spin.JSON(choices(code, data, twins)));
    if (code == null) {
      execution.setVariable(CUSTOMER_NAME, data.customerName());
    }
  }

  /** Customers that may be the same and that nobody has kept apart in this case. Of a change only what is new is compared. */
  private List<Twin> twins(DelegateExecution execution, String operation, String code, CustomerData data, ReportNote note) {
    Set<String> keptApart = RegistrationTwins.codes(execution.getVariable("keptApart"));
    List<Twin> twins = new ArrayList<>();
    if (!DEACTIVATE.equals(operation) && (!CHANGE.equals(operation) || changesWhatIsCompared(code, data))) {
      twins.addAll(records.twins(data, code));
    }
    if (note.otherCustomer() != null) {
      CustomerState other = records.find(note.otherCustomer()).orElseThrow(() -> new FactsRefused("Number of the other record 另一編號: there is no customer " + note.otherCustomer() + ". 無此客戶"));
      if (other.card().code().equals(code)) {
        throw new FactsRefused("Number of the other record 另一編號: both numbers lead to the same customer already. 兩個編號已屬同一客戶");
      }
      if (twins.stream().noneMatch(twin -> twin.customer().card().code().equals(other.card().code()))) {
        twins.add(new Twin(other, false, false, false));
      }
    }
    return twins.stream().filter(twin -> !keptApart.contains(twin.customer().card().code())).sorted(Comparator.comparing(twin -> twin.customer().card().code())).toList();
  }

  private boolean changesWhatIsCompared(String code, CustomerData data) {
    return RecordFields.changes(records.find(code).orElseThrow().data(), data).stream().map(FieldChange::field).anyMatch(COMPARED::contains);
  }

  private static void sayWhatIsGiven(DelegateExecution execution, CustomerData data) {
    List<String> phones = Stream.concat(Stream.of(data.phone() == null ? "" : data.phone(), data.fax() == null ? "" : data.fax()), data.contacts().stream().map(CustomerData.Contact::phone))
        .filter(Objects::nonNull).filter(Predicate.not(String::isEmpty)).toList();
    execution.setVariable("nameGiven", data.customerName() != null);
    execution.setVariable("phoneGiven", data.phone() != null || data.contacts().stream().anyMatch(contact -> contact.phone() != null));
    execution.setVariable("ownerGiven", data.owner() != null);
    execution.setVariable("company", data.isCompany());
    execution.setVariable("licenceOrTaxGiven", data.licenceNo() != null || data.taxNo() != null);
    execution.setVariable("phoneWellFormed", phones.stream().map(phone -> phone.replaceAll("[^0-9]", "").length()).allMatch(digits -> digits >= 7 && digits <= 15));
    execution.setVariable("trade", data.trade());
  }

  private static List<Map<String, String>> choices(String code, CustomerData data, List<Twin> twins) {
    Stream<Map<String, String>> own = code == null ? Stream.of() : Stream.of(choice(code, data.customerName(), data.phone()));
    return Stream.concat(own, twins.stream().map(twin -> twin.customer().card()).map(card -> choice(card.code(), card.name(), card.phone()))).toList();
  }

  private static Map<String, String> choice(String code, String name, String phone) {
    return Map.of("value", code, "label", code + " " + name + (phone == null ? "" : " · " + phone));
  }

  /** By the due date of the first report, which the table of deadlines gave it. */
  private boolean isLate(DelegateExecution execution) {
    return execution.getProcessEngineServices().getHistoryService().createHistoricTaskInstanceQuery().processInstanceId(execution.getProcessInstanceId()).taskDefinitionKey(REPORT)
        .orderByHistoricActivityInstanceStartTime().asc().list().stream().map(HistoricTaskInstance::getDueDate).filter(Objects::nonNull).findFirst()
        .map(due -> clock.instant().isAfter(due.toInstant())).orElse(false);
  }
}
