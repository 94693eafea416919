package dev.kefu.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import java.time.Clock;
import java.time.LocalDate;
import org.camunda.bpm.engine.HistoryService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The first procedure from the call to its end, by three roles in three windows. */
@BrowserTest
class CustomerHelpE2E {

  @LocalServerPort private int port;
  @Value("${kefu.demo.password}") private String password;
  @Autowired private HistoryService historyService;
  @Autowired private JdbcClient jdbc;
  @Autowired private Clock clock;

  @Test
  void helpIsRecordedAnsweredSortedAgainAndSolved(Browser browser) {
    try (TasklistPage agent = open(browser, "call-center-agent");
         TasklistPage specialist = open(browser, "relationship-specialist");
         TasklistPage supervisor = open(browser, "relationship-supervisor")) {
      String caseNumber = record(agent);
      answer(claimed(specialist, caseNumber), "Press reset for ten seconds 長按重設鍵十秒");
      ask(claimed(specialist, caseNumber), "Unsolved 未解決");
      sortAgain(claimed(supervisor, caseNumber));
      answer(specialist.filter("My tasks").openCase(caseNumber), "Exchange the battery 請更換電池");
      ask(specialist.filter("My tasks").openCase(caseNumber), "Solved 已解決");

      assertThat(historyService.createHistoricActivityInstanceQuery().activityId("endEvent_solved").finished()
          .processInstanceId(processInstanceOf(caseNumber)).count()).isOne();
      assertThat(jdbc.sql("select status from relationship_help_cases where case_number = ?").param(caseNumber).query(String.class).single())
          .isEqualTo("SOLVED");
    }
  }

  private String record(TasklistPage agent) {
    String caseNumber = agent.start("Customer help");
    agent.shot("record-empty").submit();
    assertThat(agent.fieldErrors().first()).containsText("required");
    assertThat(agent.refusal()).containsText("marked in red");
    agent.shot("record-wrong");

    LocalDate today = LocalDate.now(clock);
    agent.fill("field_customer", "13800138000").select("field_channel", "Phone")
        .date("field_receivedAt", today.minusDays(1)).time("field_receivedAt", "09:30")
        .select("field_kind", "Question on use").fill("field_content", "The lamp blinks 指示燈閃爍不停").check("field_answerKnown")
        .date("field_due", today.plusDays(3)).time("field_due", "17:00")
        .shot("record-corrected").complete();
    return caseNumber;
  }

  /** Finds the case among the group's tasks, by what a caller tells, and claims it. */
  private TasklistPage claimed(TasklistPage tasklist, String caseNumber) {
    Locator card = tasklist.filter("My group's tasks").card(caseNumber);
    assertThat(card).containsText("王小明");
    assertThat(card.locator(".kefu-grade")).hasText("D");
    return tasklist.shot("next-list").openCase(caseNumber).claim();
  }

  private void answer(TasklistPage specialist, String answer) {
    specialist.fill("field_answer", answer).shot("answer").complete();
  }

  private void ask(TasklistPage specialist, String reply) {
    specialist.choose("field_confirmed", reply).fill("field_note", "Says the customer 客戶說").shot("ask-customer").complete();
  }

  private void sortAgain(TasklistPage supervisor) {
    supervisor.select("field_route", "Answer").select("field_owner", "Customer-relations specialist 客戶關係專員")
        .fill("field_reason", "Ask once more 再問一次").shot("sort-again").complete();
  }

  private String processInstanceOf(String caseNumber) {
    return historyService.createHistoricProcessInstanceQuery().processInstanceBusinessKey(caseNumber).processDefinitionKey("customer-help")
        .singleResult().getId();
  }

  private TasklistPage open(Browser browser, String userId) {
    return TasklistPage.of(browser, port, userId, password);
  }
}
