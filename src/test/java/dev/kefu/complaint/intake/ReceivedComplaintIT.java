package dev.kefu.complaint.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kefu.KefuIT;
import dev.kefu.Persons;
import dev.kefu.engine.CasesFromOutside;
import dev.kefu.engine.CasesFromOutside.Choice;
import dev.kefu.engine.CasesFromOutside.Field;
import dev.kefu.engine.CasesFromOutside.RefusedData;
import dev.kefu.engine.CasesFromOutside.Sender;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** The procedure complaint-handling itself takes what the intake brings; the other tests use a small process of their own. */
@KefuIT
class ReceivedComplaintIT {

  private static final String MESSAGE = "complaint.received";

  @Autowired private ProcessEngine engine;
  @Autowired private CasesFromOutside cases;
  @Autowired private IntakeTable table;
  @Autowired private IntakeProperties settings;
  @Autowired private TransactionTemplate transactions;
  @Autowired private Clock clock;
  private ComplaintIntake intake;
  private String reference;

  @BeforeEach
  void prepare() {
    intake = new ComplaintIntake(cases, table, new IntakeProperties(MESSAGE, settings.largestBody(), settings.limit(), settings.imports()), transactions, clock);
    reference = "R-" + UUID.randomUUID();
  }

  @AfterEach
  void tidy() {
    engine.getRuntimeService().createProcessInstanceQuery().processDefinitionKey("complaint-handling").list().stream()
        .filter(instance -> engine.getRuntimeService().getVariable(instance.getId(), "starter") == null)
        .forEach(instance -> engine.getRuntimeService().deleteProcessInstance(instance.getId(), "test over", true, true));
  }

  @Test
  void complaintFromAChannelWaitsForTheSpecialistWithItsFacts() {
    Receipt receipt = intake.receive(new Sender("web-shop", null, reference), complaint());

    assertThat(receipt.caseNumber()).matches("CMP-\\d{4}-\\d{6}");
    HistoricProcessInstance instance = engine.getHistoryService().createHistoricProcessInstanceQuery().processInstanceBusinessKey(receipt.caseNumber())
        .rootProcessInstances().singleResult();
    assertThat(instance.getStartActivityId()).isEqualTo("startEvent_complaintReceived");
    assertThat(instance.getStartUserId()).isEqualTo("channel:web-shop");
    assertThat(engine.getRuntimeService().getVariable(instance.getId(), "reception").toString())
        .contains("\"channel\":\"web\"", "\"claimedAmount\":\"1200.50\"", "\"customersConcerned\":1");
    assertThat(new Persons(engine).taskSeenBy("complaint-specialist", receipt.caseNumber(), "userTask_register").getAssignee()).isNull();
    assertThat(intake.receive(new Sender("web-shop", null, reference), complaint())).isEqualTo(new Receipt(receipt.caseNumber(), false));
  }

  @Test
  void fieldsOfTheProcedureAreKnownToSenders() {
    assertThat(intake.form().root()).isEqualTo("reception");
    assertThat(intake.form().fields()).extracting(Field::key).contains("customer", "receivedAt", "content", "complaintReason", "demands");
    assertThat(intake.form().fields()).filteredOn(field -> field.key().equals(ComplaintIntake.CHANNEL_FIELD)).singleElement()
        .satisfies(field -> assertThat(field.options()).extracting(Choice::value).contains("phone", "letter", "web"));
  }

  @Test
  void whatTheFormWouldNotTakeIsRefusedWithNothingLeft() {
    Map<String, Object> wrong = complaint();
    wrong.remove("claimedAmount");
    wrong.remove("complaintReason");
    long before = engine.getHistoryService().createHistoricProcessInstanceQuery().count();

    assertThatThrownBy(() -> intake.receive(new Sender("web-shop", null, reference), wrong)).isInstanceOfSatisfying(RefusedData.class,
        refused -> assertThat(refused.errors()).extracting(CasesFromOutside.WrongField::path).containsExactly("complaintReason", "claimedAmount"));
    assertThat(engine.getHistoryService().createHistoricProcessInstanceQuery().count()).isEqualTo(before);
  }

  private static Map<String, Object> complaint() {
    Map<String, Object> complaint = new LinkedHashMap<>();
    complaint.put("anonymous", true);
    complaint.put("receivedAt", "2026-11-23T09:30+08:00");
    complaint.put("channel", "web");
    complaint.put("content", "The machine stops every morning. 機器每天早上停機。");
    complaint.put("complaintReason", "It was repaired twice. 已維修兩次。");
    complaint.put("demands", List.of("explainApologise", "compensation"));
    complaint.put("claimedAmount", "1200.50");
    return complaint;
  }
}
