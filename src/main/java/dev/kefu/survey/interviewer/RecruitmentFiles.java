package dev.kefu.survey.interviewer;

import static dev.kefu.reporting.Register.Field.code;
import static dev.kefu.reporting.Register.Field.date;
import static dev.kefu.reporting.Register.Field.number;
import static dev.kefu.reporting.Register.Field.text;
import static dev.kefu.reporting.Register.Field.time;
import static dev.kefu.reporting.Register.Field.yesNo;

import dev.kefu.reporting.Register;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The register of interviewers as a file, a line for each applicant; without phone numbers and id numbers. */
@Configuration(proxyBeanMethods = false)
class RecruitmentFiles {

  private static final Map<String, String> STATES = Map.of("REQUESTED", "Requested 已提出", "INTERVIEWED", "Interviewed 已面試", "PICKED", "Picked 已篩選", "TRAINED", "Trained 已培訓", "ENGAGED", "Engaged 已聘用",
      "SETTLED", "Settled 已結算", "NOT_ENGAGED", "Not engaged 未聘用", "REJECTED", "Rejected 已否決", "WITHDRAWN", "Withdrawn 已撤回");

  /** Part-time interviewers. */
  @Bean
  Register interviewersExport() {
    return new Register("interviewers", "Part-time interviewers 兼職調查員台帳", Set.of("survey_recruitments", "survey_interviewers"),
        "survey_recruitments r left join survey_interviewers i on i.recruitment_id = r.id", "coalesce(i.id, -r.id)", "r.opened_at", List.of(text("Case 案件", "r.case_number"), time("Opened 立案時間", "r.opened_at"),
        text("Survey no. 調查編號", "r.survey_no"), text("Survey 調查", "r.survey_title"), number("Needed 需要人數", "r.number_needed"), code("State 狀態", "r.status", STATES), text("Name 姓名", "i.name"),
        code("Education 學歷", "i.education", InterviewerWords.EDUCATIONS), number("Interview 面試分", "i.interview_score"), yesNo("Picked 入選", "i.picked"), date("Trained 培訓日期", "r.trained_on"),
        number("Test 考試分", "i.test_mark"), yesNo("Undertaking 保密承諾", "i.undertaking"), number("Assigned 派發", "i.assigned"), number("Valid 有效", "i.valid_answers"),
        number("Invalid 無效", "i.invalid_answers"), yesNo("Redone 重做", "i.redone"), number("Pay 報酬", "i.pay"), code("Rating 評價", "i.rating", InterviewerWords.RATINGS),
        time("Settled 結算時間", "i.settled_at"), text("Settled in case 結算案件", "r.settlement_case")));
  }
}
