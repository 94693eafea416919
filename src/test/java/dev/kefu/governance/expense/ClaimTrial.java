package dev.kefu.governance.expense;

import static dev.kefu.document.AttachmentTrial.PDF;
import static dev.kefu.document.AttachmentTrial.part;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.Persons;
import dev.kefu.document.AttachmentTrial;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.ProcessEngine;

/** A claim of expenses inside another procedure's case, by all who have a part in it. */
@RequiredArgsConstructor
public class ClaimTrial {

  private final ProcessEngine engine;
  private final Persons persons;
  private final int port;
  private final String password;
  private final Clock clock;

  /** The claimant hands in one receipt, everybody agrees, finance pays. */
  public void settle(String number, String claimant, String supervisor, String category, String amount) {
    assertThat(new AttachmentTrial(engine, port, password).send(claimant, "/api/cases/" + number + "/attachments", part("file", "receipt 收據.pdf", PDF),
        part("kind", null, "receipt".getBytes(StandardCharsets.UTF_8))).statusCode()).isEqualTo(200);
    String day = LocalDate.now(clock).toString();
    persons.submit(claimant, number, "userTask_claim", "claim", Map.of("category", category, "spentOn", day, "total", amount, "preApproved", true, "preApprovalNo", number, "oralApproval", false,
        "receiptAltered", false, "overReason", "No budget yet 尚無預算", "items",
        List.of(Map.of("date", day, "purpose", "For the customer 客戶用", "place", "Tianjin 天津", "amount", amount, "receiptNo", "R-" + number, "purchase", false))));
    persons.submit(supervisor, number, "userTask_supervisorCheck", "confirmation", Map.of("confirmed", "confirmed"));
    approve("customer-service-manager", number);
    if (engine.getTaskService().createTaskQuery().processInstanceBusinessKey(number).taskDefinitionKey("userTask_decide").count() > 0) {
      approve("general-manager", number);
    }
    persons.submit("finance-clerk", number, "userTask_financeCheck", "audit", Map.of("outcome", "ok", "paidAmount", amount, "paidOn", day, "remarks", ""));
    engine.getManagementService().executeJob(engine.getManagementService().createJobQuery().activityId("serviceTask_pay").list().stream()
        .filter(job -> number.equals(engine.getRuntimeService().createProcessInstanceQuery().processInstanceId(job.getProcessInstanceId()).singleResult().getBusinessKey()))
        .findFirst().orElseThrow().getId());
  }

  private void approve(String person, String number) {
    persons.submit(person, number, "userTask_decide", "approval", Map.of("decision", "approve"));
  }
}
