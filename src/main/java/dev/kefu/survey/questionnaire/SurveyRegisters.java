package dev.kefu.survey.questionnaire;

import static dev.kefu.reporting.Register.Field.code;
import static dev.kefu.reporting.Register.Field.number;
import static dev.kefu.reporting.Register.Field.text;
import static dev.kefu.reporting.Register.Field.time;
import static dev.kefu.reporting.Register.Field.yesNo;

import dev.kefu.reporting.FormLabels;
import dev.kefu.reporting.Register;
import dev.kefu.reporting.Register.Field;
import dev.kefu.reporting.Register.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Questionnaires, samples and answers as files. Answers are personal data: {@code roles.yaml} gives them to the survey section alone. */
@Configuration(proxyBeanMethods = false)
class SurveyRegisters {

  /** What a cell of a spreadsheet holds. */
  private static final int LONGEST_CELL = 32_000;
  static final Map<String, String> RECHECKS = Map.of("DRAWN", "Drawn 已抽中", "CONFIRMED", "Confirmed 合格", "INVALID", "Invalid 不合格");
  static final Map<String, String> MEMBERS = Map.of("RESERVE", "Reserve 備選", "DRAWN", "Drawn 已抽中", "ISSUED", "Given out 已發放", "REFUSED", "Refused 拒訪");

  /** Questionnaires, a row a question, by the day on which the version was designed. */
  @Bean
  Register questionnaireExport() {
    return new Register("questionnaires", "Questionnaires 問卷台帳", Set.of("survey_questionnaires"), "survey_questions f join survey_questionnaires q on q.id = f.questionnaire_id",
        "(q.id * 1000 + f.position)", "q.designed_at", List.of(text("Survey 調查", "q.survey_no"), text("Title 名稱", "q.title"), number("Version 版本", "q.version_no"),
        code("State 狀態", "q.status", labels(QuestionnaireState.values(), Enum::name, QuestionnaireState::label)), text("Designed by 設計人", "q.designed_by"), time("Designed 設計時間", "q.designed_at"),
        text("Released by 發布人", "q.released_by"), time("Released 發布時間", "q.released_at"), number("No. 題號", "f.position + 1"), text("Code 代碼", "f.code"), text("Question 題目", "f.label"),
        code("Kind 題型", "f.kind", labels(QuestionKind.values(), Enum::name, QuestionKind::label)), code("Topic 內容", "f.topic", labels(Topic.values(), topic -> String.valueOf(topic.number()), Topic::label)),
        yesNo("Obligatory 必填", "f.required"), yesNo("May be refused 可拒答", "f.may_refuse"), text("Options 選項", "f.choices")));
  }

  /** Who is asked, with refusals and who took the place. */
  @Bean
  Register sampleExport() {
    return new Register("survey-samples", "Samples of surveys 調查樣本台帳", Set.of(), "survey_members m left join survey_field_work w on w.survey_no = m.survey_no", "m.id", null,
        List.of(text("Survey 調查", "m.survey_no"), code("Method 抽樣方法", "w.method", labels(SampleRule.Method.values(), Enum::name, SampleRule.Method::label)), number("Seed 隨機種子", "w.seed"),
            text("Respondent 受訪者", "m.respondent"), code("Region 區域", "m.region", FormLabels.of("information/customer-lookup-register", "registration.region")), text("Grade 等級", "m.grade"),
            text("Stratum 分層", "m.stratum"), code("State 狀態", "m.state", MEMBERS), text("Interviewer 調查員", "m.interviewer"), text("Batch 批次", "m.batch"), time("Given out 發放時間", "m.issued_at"),
            text("Why refused 拒訪原因", "m.refusal"), text("Replaced by 遞補者", "m.replaced_by")));
  }

  /** Answers that count in the field work, valid or not. */
  @Bean
  Register answerExport() {
    return new Register("survey-answers", "Answers of surveys 答卷台帳", Set.of(), "survey_sheets s join survey_questionnaires q on q.id = s.questionnaire_id where " + SheetTable.ACTIVE, "s.id", "s.entered_at",
        List.of(text("Survey 調查", "s.survey_no"), number("Version 版本", "q.version_no"), text("Respondent 受訪者", "s.respondent"), text("Interviewer 調查員", "s.interviewer"), text("Batch 批次", "s.batch"),
            code("Way 方式", "s.way", Way.labels()), time("Asked at 調查時間", "s.interviewed_at"), number("Seconds 用時(秒)", "s.seconds"), yesNo("Valid 有效", "s.accepted"),
            new Field("Why invalid 無效原因", "s.reasons", Type.TEXT, Invalidity::labels), text("Judgement 判定說明", "s.judgement"), code("Call-back 抽查", "s.recheck", RECHECKS),
            text("Finding 抽查說明", "s.recheck_note"), new Field("Answers 答案", "s.answers", Type.TEXT, SurveyRegisters::readable), new Field("In words 文字答案", "s.texts", Type.TEXT, SurveyRegisters::readable),
            text("Entered by 錄入人", "s.entered_by"), time("Entered 錄入時間", "s.entered_at")));
  }

  /** Code and answer, one after the other. */
  private static String readable(String json) {
    String text = AnswerStatistics.parse(json).entrySet().stream().map(one -> one.getKey() + ": " + (one.getValue() instanceof List<?> several
        ? several.stream().map(Object::toString).collect(Collectors.joining(", ")) : one.getValue())).collect(Collectors.joining("; "));
    return text.length() <= LONGEST_CELL ? text : text.substring(0, LONGEST_CELL) + "…";
  }

  private static <T> Map<String, String> labels(T[] values, Function<T, String> key, Function<T, String> label) {
    return Arrays.stream(values).collect(Collectors.toMap(key, label));
  }
}
