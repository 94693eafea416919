package dev.kefu.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import dev.kefu.survey.questionnaire.Questionnaires;
import dev.kefu.survey.questionnaire.SampleRule;
import dev.kefu.survey.questionnaire.Sheets;
import dev.kefu.survey.questionnaire.SurveyTrial;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The survey section answers, imports, checks and analyses in Tasklist. */
@BrowserTest
class QuestionnaireE2E {

  private static final String SURVEY = SurveyTrial.PREFIX + "000003";
  private static final String FILE = """
      受訪者,調查員,known,嗜好,size,since,收入,s1,s2,s3,s4,s5,idea
      C900001,王,是,Food,2,2001-02-03,Low,1,2,3,4,5,More colours 多些顏色
      C900002,王,否,Travel,99,2001-02-03,Low,2,2,3,4,5,
      C900003,李,是,Sport,3,2001-02-03,High,3,3,3,3,3,
      C900004,李,是,Food,3,2001-02-03,拒答,5,4,3,4,5,
      """;

  @Autowired private Questionnaires questionnaires;
  @Autowired private Sheets sheets;
  @Autowired private JdbcClient jdbc;
  @Value("${kefu.demo.password}") private String password;
  @LocalServerPort private int port;
  private SurveyTrial trial;

  @BeforeEach
  void release() {
    trial = new SurveyTrial(jdbc, questionnaires, sheets);
    trial.remove();
    trial.released(SURVEY, SurveyTrial.questions(), SurveyTrial.answers(1));
  }

  @AfterEach
  void remove() {
    trial.remove();
  }

  @Test
  void answersAreTypedByKeyboardAndNothingIsLostWhenTheyAreRefused(Browser browser) {
    questionnaires.sample(SURVEY, SampleRule.given(10));
    try (TasklistPage specialist = TasklistPage.of(browser, port, "survey-specialist", password)) {
      Page page = open(specialist);
      part(page, "Fill in 填寫");
      assertThat(page.locator("input[name=respondent]")).isFocused();
      page.keyboard().type("C900010");
      page.keyboard().press("Tab");
      page.keyboard().type("Wang 王");
      Locator known = question(page, "known").locator("input").first();
      known.focus();
      page.keyboard().press("Space");
      page.keyboard().press("Tab");
      page.keyboard().press("Tab");
      page.keyboard().press("Space");
      assertThat(question(page, "tastes").locator("input").nth(1)).isChecked();
      question(page, "size").locator("input").focus();
      page.keyboard().type("31");
      question(page, "since").locator("input").fill("2001-02-03");
      question(page, "income").getByText("Refuses to answer 拒答").click();
      for (int i = 1; i <= 4; i++) {
        question(page, "s" + i).locator("input").nth(2).focus();
        page.keyboard().press("Space");
      }
      question(page, "needs").locator("textarea").fill("More colours\n多些顏色");
      specialist.shot("survey-filled-in");

      send(page);
      assertThat(page.locator(".kefu-answer-form > .kefu-problem")).containsText("1 道必填題未作答");
      assertThat(question(page, "s5")).containsText("未作答");
      question(page, "s5").locator("input").last().focus();
      page.keyboard().press("Space");
      page.keyboard().press("Enter");
      assertThat(question(page, "size")).containsText("must be at most 30 不得大於 30");
      assertThat(question(page, "size").locator("input")).isFocused();
      assertThat(question(page, "needs").locator("textarea")).hasValue("More colours\n多些顏色");
      assertThat(page.locator("input[name=respondent]")).hasValue("C900010");
      specialist.shot("survey-refused");

      page.keyboard().press("Escape");
      assertThat(page.getByText("Answers are not sent 答卷尚未提交")).isVisible();
      page.getByText("Keep 保留").click();
      question(page, "size").locator("input").fill("3");
      send(page);
      assertThat(page.locator(".kefu-survey-receipt")).containsText("C900010: kept 已儲存");
      assertThat(page.locator("input[name=respondent]")).isFocused();
      assertThat(page.locator("input[name=respondent]")).hasValue("");
      assertThat(page.locator("input[name=interviewer]")).hasValue("Wang 王");
      assertThat(question(page, "known").locator("input:checked")).hasCount(0);
      part(page, "Field work 調查進度");
      assertThat(page.locator(".kefu-field-work")).containsText("Wang 王");
      assertThat(specialist.consoleErrors().stream().filter(error -> !error.contains("422")).toList()).isEmpty();
    }
    assertThat(jdbc.sql("select answers from survey_sheets where survey_no = ? and respondent = 'C900010'").param(SURVEY).query(String.class).single())
        .contains("\"tastes\":[\"travel\"]", "\"income\":\"#refused\"", "\"s5\":5");
  }

  @Test
  void fileWithABadRowIsImportedCheckedAndAnalysed(Browser browser) throws IOException {
    try (TasklistPage supervisor = TasklistPage.of(browser, port, "survey-supervisor", password)) {
      Page page = open(supervisor);
      part(page, "Import 導入");
      choose(page, "nonsense.csv", "a,b\n1,2\n");
      assertThat(page.locator(".kefu-survey > .kefu-problem")).containsText("首行沒有任何題目");
      choose(page, "十一月答卷.csv", FILE);
      Locator row = page.locator(".kefu-import-table tbody tr").first();
      assertThat(row).containsText("Done 已完成");
      assertThat(row).containsText("100% · 4 / 4");
      assertThat(row.locator(".kefu-count")).hasText(new String[] {"3", "1", "1", "0"});
      supervisor.shot("survey-import");
      Download errors = page.waitForDownload(() -> row.getByText("Errors 錯誤清單").click());
      assertThat(Files.readString(errors.path(), StandardCharsets.UTF_8)).contains("\"3\",\"C900002\",\"E · size\",\"must be at most 30");

      part(page, "Check 抽查");
      page.locator(".kefu-recheck-form input").fill("50");
      page.getByText("Draw 抽取").click();
      assertThat(page.locator(".kefu-sheets tbody tr")).hasCount(2);
      page.locator(".kefu-sheets tbody tr").filter(new Locator.FilterOptions().setHasText("C900001")).getByText("Open 查看").click();
      assertThat(page.locator(".kefu-sheet")).containsText("More colours 多些顏色");
      supervisor.shot("survey-call-back");
      page.getByText("Confirmed 合格", new Page.GetByTextOptions().setExact(true)).click();
      page.locator(".kefu-dialog form").last().getByText("Confirmed 合格").click();
      assertThat(page.locator(".kefu-sheets")).containsText("Confirmed 合格");

      part(page, "Analysis 分析");
      assertThat(page.locator("[data-question=known] td")).hasText(new String[] {"2", "100.0", "0", "0.0"});
      assertThat(page.locator("[data-question=s1]")).containsText("Mean 平均值 3.00");
      assertThat(page.locator("[data-question=known] svg rect").first()).isVisible();
      page.getByText("Two questions together 交叉分析").click();
      page.locator(".kefu-cross-form select").first().selectOption("tastes");
      page.locator(".kefu-cross-form select").last().selectOption("@interviewer");
      page.getByText("Show 顯示").click();
      assertThat(page.locator(".kefu-cross tbody tr").first().locator("td")).hasText(new String[] {"1 (50.0 %)", "1 (50.0 %)", "2"});
      supervisor.shot("survey-analysis");
      assertThat(supervisor.consoleErrors().stream().filter(error -> !error.contains("422")).toList()).isEmpty();
    }
  }

  @Test
  void managersSeeFiguresAndOthersNothing(Browser browser) {
    try (TasklistPage manager = TasklistPage.of(browser, port, "customer-service-manager", password)) {
      Page page = open(manager);
      assertThat(page.locator(".kefu-survey-parts button")).hasText(new String[] {"Field work 調查進度", "Analysis 分析"});
    }
    try (TasklistPage clerk = TasklistPage.of(browser, port, "finance-clerk", password)) {
      assertThat(clerk.page().locator(".kefu-cases-entry")).isVisible();
      assertThat(clerk.page().locator(".kefu-surveys-entry")).hasCount(0);
    }
  }

  private static Page open(TasklistPage tasklist) {
    Page page = tasklist.page();
    page.locator(".kefu-surveys-entry").click();
    page.getByLabel("Survey 調查").first().selectOption(SURVEY);
    assertThat(page.locator(".kefu-survey-facts")).containsText("Released 已發布");
    return page;
  }

  private static void part(Page page, String title) {
    page.locator(".kefu-survey-parts").getByText(title).click();
    assertThat(page.locator(".kefu-survey-parts [aria-selected=true]")).hasText(title);
  }

  private static Locator question(Page page, String code) {
    return page.locator("[data-question=" + code + "]");
  }

  private static void send(Page page) {
    page.getByText("Send answers 提交答卷").click();
  }

  private static void choose(Page page, String name, String content) {
    page.locator(".kefu-import-form input[type=file]").setInputFiles(new FilePayload(name, "text/csv", content.getBytes(StandardCharsets.UTF_8)));
    page.locator(".kefu-import-form button[type=submit]").click();
  }
}
