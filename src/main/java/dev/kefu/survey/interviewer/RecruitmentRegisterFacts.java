package dev.kefu.survey.interviewer;

import dev.kefu.engine.NamedFacts;
import dev.kefu.engine.RegisterFacts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** What the register of interviewers says on the printed form; the same in the case of the selection and in that of the settlement. */
@Component
@RequiredArgsConstructor
class RecruitmentRegisterFacts implements RegisterFacts<Recruitment> {

  private static final NamedFacts<Recruitment> FACTS = new NamedFacts<Recruitment>()
      .with("survey", recruitment -> recruitment.getSurveyNo() + " " + recruitment.getSurveyTitle())
      .with("numberNeeded", recruitment -> String.valueOf(recruitment.getNumberNeeded()))
      .with("profile", Recruitment::getProfile)
      .with("trainedOn", recruitment -> recruitment.getTrainedOn() == null ? null : recruitment.getTrainedOn().toString())
      .with("terms", recruitment -> "%s 元 for a valid questionnaire 每份有效問卷; at most 不合格率上限 %d %%; mark 合格分 %d".formatted(recruitment.getPayPerValid().toPlainString(), recruitment.getMostInvalid(), recruitment.getLeastMark()))
      .with("work", RecruitmentRegisterFacts::work);

  private final RecruitmentRepository repository;

  @Override
  public String register() {
    return "recruitment";
  }

  @Override
  public Optional<Recruitment> entry(String caseNumber) {
    return repository.ofCase(caseNumber);
  }

  @Override
  public NamedFacts<Recruitment> facts() {
    return FACTS;
  }

  private static List<Map<String, String>> work(Recruitment recruitment) {
    return recruitment.engaged().stream().map(one -> {
      Map<String, String> row = new LinkedHashMap<>();
      row.put("Name 姓名", one.getName());
      row.put("Assigned 派發", text(one.getAssigned()));
      row.put("Valid 有效", text(one.getValidAnswers()));
      row.put("Invalid % 不合格率", one.getSettledAt() == null ? "" : Interviewer.invalidShare(one.getValidAnswers(), one.getInvalidAnswers()).toPlainString());
      row.put("Pay 報酬", text(one.getPay()));
      row.put("Rating 評價", one.getRating() == null ? "" : InterviewerWords.RATINGS.get(one.getRating()));
      return row;
    }).toList();
  }

  private static String text(Object value) {
    return value == null ? "" : value.toString();
  }
}
