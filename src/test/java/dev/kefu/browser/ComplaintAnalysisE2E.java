package dev.kefu.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import dev.kefu.Persons;
import dev.kefu.complaint.statistics.LedgerTrial;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An analysis of complaints as its persons see it in Tasklist, and the cases that belong to a case. */
@BrowserTest
class ComplaintAnalysisE2E {

  private static final String PREFIX = "CMP-2034-9";
  private static final String SPECIALIST = "complaint-specialist";
  private static final String SUPERVISOR = "complaint-supervisor";

  @Autowired private ProcessEngine engine;
  @Autowired private JdbcClient jdbc;
  @Value("${kefu.demo.password}") private String password;
  @LocalServerPort private int port;
  private LedgerTrial ledger;
  private Persons persons;

  @BeforeEach
  void fill() {
    persons = new Persons(engine);
    ledger = new LedgerTrial(jdbc);
    clear();
    for (int i = 1; i <= 5; i++) {
      ledger.add(PREFIX + "0000" + i, "2034-05-0" + i + "T09:00", Map.of("product", "Water pump 水泵", "kind", "productQuality", "cause_category", i <= 4 ? "making" : "service",
          "liable_department", "production"));
    }
  }

  @AfterEach
  void clear() {
    jdbc.sql("delete from complaint_case_corrections where complaint_id in (select id from complaint_cases where case_number like ?)").param(PREFIX + "%").update();
    ledger.remove(PREFIX);
  }

  @Test
  void figuresAreReadAnalysedReviewedAndActedUpon(Browser browser) {
    ProcessInstance analysis = engine.getRuntimeService().startProcessInstanceByKey("complaint-analysis", Map.of("analysisOccasion", "month", "period", "2034-05"));
    engine.getManagementService().createJobQuery().processInstanceId(analysis.getId()).messages().list().forEach(job -> engine.getManagementService().executeJob(job.getId()));
    String number = analysis.getBusinessKey();
    look(browser, SPECIALIST, number, "userTask_analyse", "analysis-analyse", "Making 加工", "80.0 %", "Total 總數 5");
    persons.submit(SPECIALIST, number, "userTask_analyse", "analysis", Map.of("orders", 400, "topCauses", List.of(Map.of("cause", "making", "count", 4, "cumulative", "80.0")),
        "analysis", "Making causes most of them 加工為主要原因"));
    look(browser, SUPERVISOR, number, "userTask_review", "analysis-review", "Making causes most of them 加工為主要原因");
    persons.submit(SUPERVISOR, number, "userTask_review", "review", Map.of("decision", "accept", "proposals", List.of(Map.of("proposal", "Check each pump 逐台檢驗", "department", "production",
        "date", "2035-12-31"))));
    persons.submit("customer-service-manager", number, "userTask_decide", "approval", Map.of("decision", "approve"));
    look(browser, SUPERVISOR, number, "userTask_act", "analysis-act", "Must be corrected 必須改善: Making 加工: 4, 80.0 %", "Check each pump 逐台檢驗 — Production 生產部, by 完成日期 2035-12-31");
    // Other tests count the analyses that run.
    engine.getRuntimeService().deleteProcessInstance(analysis.getId(), "test over");
  }

  @Test
  void caseNamesTheCasesThatBelongToIt(Browser browser) {
    String number = engine.getRuntimeService().createMessageCorrelation("complaint.correctionOrdered").setVariable("correctionFacts", "40 % gaskets 墊圈佔原因四成")
        .setVariable("sourceCase", PREFIX + "00001").correlateStartMessage().getBusinessKey();
    try (TasklistPage supervisor = TasklistPage.of(browser, port, SUPERVISOR, password)) {
      Page page = supervisor.page();
      page.locator(".kefu-cases-entry").click();
      page.locator(".kefu-case-search input").fill(number);
      page.locator(".kefu-case-search button").click();
      assertThat(page.locator(".kefu-related li")).hasText(PREFIX + "00001Complaint 來源投訴");
      supervisor.shot("related-cases");
      page.locator(".kefu-related button").click();
      assertThat(page.locator(".kefu-chosen .kefu-problem")).containsText("查無此案件");
    }
  }

  private void look(Browser browser, String person, String number, String step, String picture, String... texts) {
    String task = engine.getTaskService().createTaskQuery().processInstanceBusinessKey(number).taskDefinitionKey(step).singleResult().getId();
    try (TasklistPage tasklist = TasklistPage.of(browser, port, person, password)) {
      tasklist.openTask(task);
      for (String text : texts) {
        assertThat(tasklist.page().locator(".fjs-container")).containsText(text);
      }
      tasklist.shot(picture);
      assertThat(tasklist.consoleErrors()).isEmpty();
    }
  }
}
