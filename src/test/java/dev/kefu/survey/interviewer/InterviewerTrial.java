package dev.kefu.survey.interviewer;

import dev.kefu.Persons;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;

/** What people do with part-time interviewers (P16) in tests, through the real forms. */
public class InterviewerTrial {

  public static final String SPECIALIST = "survey-specialist";
  public static final String SUPERVISOR = "survey-supervisor";

  private final ProcessEngine engine;
  private final Persons persons;
  private final Clock clock;

  public InterviewerTrial(ProcessEngine engine, Clock clock) {
    this.engine = engine;
    this.clock = clock;
    persons = new Persons(engine);
  }

  /** A selection as a survey calls it; the number of its case. */
  public String start() {
    String number = "SVI-" + UUID.randomUUID().toString().substring(0, 13).toUpperCase(Locale.ROOT);
    engine.getRuntimeService().startProcessInstanceByKey("parttime-interviewer-selection", number, Map.of("surveyNo", number, "surveyTitle", "Taste of tea 飲茶口味", "interviewersNeeded", 2));
    return number;
  }

  public void request(String number) {
    persons.submit(SPECIALIST, number, "userTask_request", "need", Map.of("numberNeeded", 2, "profile", "Speaks the dialect 會方言"));
  }

  public void decide(String person, String number, String decision) {
    persons.submit(person, number, "userTask_decide", "approval", "approve".equals(decision) ? Map.of("decision", decision) : Map.of("decision", decision, "reason", "Too many 太多了"));
  }

  public Map<String, Object> applicant(String name, int score) {
    return Map.of("name", name, "phone", "138-0000-0000", "education", "college", "interviewScore", score);
  }

  public void interview(String number, List<Map<String, Object>> applicants) {
    persons.submit(SPECIALIST, number, "userTask_interviewSurveySpecialist", "interviewing", Map.of("rows", applicants));
  }

  /** Lin, Wu and Ma have applied. */
  public String interviewed() {
    String number = start();
    request(number);
    decide(SUPERVISOR, number, "approve");
    interview(number, List.of(applicant("Lin 林", 90), applicant("Wu 吳", 80), applicant("Ma 馬", 40)));
    return number;
  }

  public void pick(String number, List<String> names) {
    persons.submit(SUPERVISOR, number, "userTask_interview", "picking", Map.of("picked", names, "remarks", ""));
  }

  /** Lin and Wu were picked. */
  public String picked() {
    String number = interviewed();
    pick(number, List.of("Lin 林", "Wu 吳"));
    return number;
  }

  public void train(String number, int lin, int wu) {
    persons.submit(SPECIALIST, number, "userTask_train", "training", Map.of("trainedOn", LocalDate.now(clock).toString(), "rows",
        List.of(Map.of("name", "Lin 林", "testMark", lin), Map.of("name", "Wu 吳", "testMark", wu))));
  }

  public Map<String, Object> signed(String name, boolean undertaking, int assigned) {
    return Map.of("name", name, "undertaking", undertaking, "assigned", assigned);
  }

  public void engage(String number, List<Map<String, Object>> rows, String idNumbers) {
    persons.submit(SUPERVISOR, number, "userTask_engage", "engaging", Map.of("rows", rows, "idNo", idNumbers));
  }

  /** Lin and Wu are engaged; the number of the case in which they are settled with. */
  public String engaged() {
    String number = picked();
    train(number, 80, 95);
    engage(number, List.of(signed("Lin 林", true, 100), signed("Wu 吳", true, 100)), "Lin 林 11010119900101123X\nWu 吳 110101199001011248");
    return settlementOf(number);
  }

  public String settlementOf(String number) {
    return engine.getRuntimeService().createProcessInstanceQuery().processDefinitionKey("parttime-interviewer-selection-settlement").variableValueEquals("surveyNo", number).singleResult().getBusinessKey();
  }

  public Map<String, Object> work(String name, int valid, int invalid, String pay) {
    return Map.of("name", name, "valid", valid, "invalid", invalid, "pay", pay, "rating", "good");
  }

  public void assess(String settlement, List<Map<String, Object>> rows) {
    persons.submit(SUPERVISOR, settlement, "userTask_assess", "assessment", Map.of("rows", rows, "remarks", ""));
  }
}
