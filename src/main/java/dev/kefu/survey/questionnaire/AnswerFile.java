package dev.kefu.survey.questionnaire;

import static dev.kefu.survey.questionnaire.GivenAnswers.REFUSED;

import dev.kefu.survey.questionnaire.SheetTable.Sheet;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.stereotype.Component;

/** Writes the answers to a version as XLSX, a column a question, page by page. What people wrote is a text cell and formatted as text: it is no formula, and does not become one. */
@Component
@RequiredArgsConstructor
class AnswerFile {

  private static final int PAGE = 1000;
  private static final List<String> FACTS = List.of("Respondent 受訪者", "Interviewer 調查員", "Batch 批次", "Valid 有效", "Why invalid 無效原因");

  private final SheetTable sheets;

  void write(QuestionnaireCard asked, OutputStream out) throws IOException {
    try (Workbook book = new Workbook(out, "Kefu", null)) {
      Worksheet sheet = book.newWorksheet("Answers 答卷");
      int column = 0;
      for (String fact : FACTS) {
        text(sheet, 0, column++, fact);
      }
      for (Question question : asked.questions()) {
        text(sheet, 0, column++, question.label());
      }
      int row = 1;
      long after = 0;
      for (List<Sheet> page = sheets.page(asked.surveyNo(), "all", after, PAGE); !page.isEmpty(); page = sheets.page(asked.surveyNo(), "all", after, PAGE)) {
        for (Sheet one : page) {
          if (!one.trial() && one.questionnaire() == asked.id()) {
            line(sheet, row++, one, asked.questions());
          }
        }
        sheet.flush();
        after = page.get(page.size() - 1).id();
      }
      sheet.finish();
    }
  }

  private static void line(Worksheet sheet, int row, Sheet one, List<Question> questions) {
    text(sheet, row, 0, one.respondent());
    text(sheet, row, 1, one.interviewer());
    text(sheet, row, 2, one.batch());
    text(sheet, row, 3, one.valid() ? "yes 是" : "no 否");
    text(sheet, row, 4, Invalidity.labels(one.reasons()));
    Map<String, Object> answers = AnswerStatistics.parse(one.answers());
    if (one.texts() != null) {
      answers.putAll(AnswerStatistics.parse(one.texts()));
    }
    int column = FACTS.size();
    for (Question question : questions) {
      Object answer = answers.get(question.code());
      if (answer != null && !REFUSED.equals(answer) && (question.kind() == QuestionKind.SCALE || question.kind() == QuestionKind.NUMBER)) {
        sheet.value(row, column, new BigDecimal(answer.toString()));
      } else {
        text(sheet, row, column, readable(question, answer));
      }
      column++;
    }
  }

  /** An answer as people read it; null for a blank one. */
  private static String readable(Question question, Object answer) {
    if (answer == null) {
      return null;
    }
    if (REFUSED.equals(answer)) {
      return "refused 拒答";
    }
    Map<String, String> labels = question.options().stream().collect(Collectors.toMap(Question.Option::code, Question.Option::label));
    return answer instanceof List<?> several ? several.stream().map(code -> labels.getOrDefault(code.toString(), code.toString())).collect(Collectors.joining("; "))
        : labels.getOrDefault(answer.toString(), answer.toString());
  }

  private static void text(Worksheet sheet, int row, int column, String text) {
    if (text != null && !text.isEmpty()) {
      sheet.inlineString(row, column, text);
      sheet.style(row, column).format("@").set();
    }
  }
}
