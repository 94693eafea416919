package dev.kefu.survey.questionnaire;

import dev.kefu.audit.AuditRecord;
import dev.kefu.audit.AuditTrail;
import dev.kefu.engine.CaseAccess;
import dev.kefu.survey.questionnaire.MemberTable.Member;
import dev.kefu.survey.questionnaire.SampleRule.Method;
import dev.kefu.survey.questionnaire.SampleRule.Stratification;
import dev.kefu.survey.questionnaire.SheetTable.Sheet;
import dev.kefu.survey.questionnaire.Sheets.Outcome;
import dev.kefu.survey.questionnaire.Sheets.Taken;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Serves Tasklist's entry "Surveys 調查" and, below {@code /api}, other programs. */
@RestController
@RequestMapping({"/api/surveys", "/camunda/api/kefu/surveys"})
@Tag(name = "Surveys", description = "For the survey section; figures for managers too")
@RequiredArgsConstructor
class SurveyController {

  private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
  private static final int MOST_LISTED = 200;
  private static final int PAGE = 100;
  private static final String SURVEY = "/{surveyNo:[A-Za-z0-9-]+}";

  private final Questionnaires questionnaires;
  private final Sheets sheets;
  private final SheetTable table;
  private final Samples samples;
  private final Rechecks rechecks;
  private final FieldWorkTable fieldWork;
  private final AnswerStatistics statistics;
  private final SurveyList list;
  private final SurveyRights rights;
  private final CaseAccess access;
  private final AnswerFile file;
  private final AuditTrail audit;

  /** Whether Tasklist offers the page, and what on it. */
  record Right(boolean mayRead, boolean mayWork, boolean mayCheck) {
  }

  /** Something to choose. */
  record Choice(String code, String label) {
  }

  /** A survey in the list. */
  record Summary(String surveyNo, String title, int version, String state, String stateLabel) {
  }

  /** A question as it is asked; {@code scale} holds what may be chosen of a scale. */
  record QuestionView(String code, String kind, String kindLabel, String topic, String label, boolean required, boolean mayRefuse, List<Choice> options, BigDecimal smallest, BigDecimal largest) {
  }

  /** A line of the field work. */
  record LineView(String name, int issued, int returned, int valid, int rechecked, int recheckedInvalid, BigDecimal responseRate, BigDecimal invalidShare, BigDecimal recheckedShare,
                  BigDecimal recheckedInvalidShare) {
  }

  /** The sample. */
  record SampleView(String method, String methodLabel, Long seed, int size, int reserve, int frame) {
  }

  /**
   * All that the page shows of a survey but answers.
   *
   * @param open whether answers are taken
   */
  record View(String surveyNo, String title, int version, String state, String stateLabel, boolean open, int trialAnswers, List<QuestionView> questions, List<Choice> ways, SampleView sample, int sampleSize,
              BigDecimal responseOfSample, LineView total, List<LineView> interviewers, List<LineView> batches) {
  }

  /** Answers of a form. */
  record FormAnswers(String respondent, String interviewer, String batch, String way, String interviewedAt, Integer seconds, Map<String, Object> answers) {
  }

  /** What became of the answers of a form. */
  record Receipt(String outcome, boolean trial, List<String> reasons) {
  }

  /** How a sample is to be drawn. */
  record WantedSample(Method method, int size, int reserve, Stratification stratification, Map<String, Integer> quotas, Set<String> regions, Set<String> grades, Long seed) {
  }

  /** Who gets how many questionnaires. */
  record Issue(String interviewer, String batch, int number) {
  }

  /** How many there were. */
  record Count(int number) {
  }

  /** Why somebody refuses. */
  record Refusal(String reason) {
  }

  /** Who took the place; absent for nobody. */
  record Replacement(String respondent) {
  }

  /** What share is to be called back. */
  record Share(BigDecimal percent) {
  }

  /** What a call-back said. */
  record Finding(boolean confirmed, String note) {
  }

  /** What a person judges. */
  record Judgement(boolean valid, String reason) {
  }

  /** A member of the sample as it is shown. */
  record MemberView(String respondent, String name, String region, String grade, String stratum, String state, String stateLabel, String interviewer, String batch, String issuedAt, boolean answered,
                    String refusal, String replacedBy) {
  }

  /** An answer as it is shown; what was answered only where one is opened. */
  record SheetView(long id, String respondent, String interviewer, String batch, String way, String interviewedAt, Integer seconds, boolean trial, boolean valid, String reasons, String judgement,
                   String recheck, String recheckLabel, String recheckNote, String by, String at, Map<String, Object> answers) {
  }

  /** A page of a list; {@code after} is missing on the last one. */
  record Page<T>(List<T> rows, Long after) {
  }

  /** The figures of all questions, with the bars of those that have any. */
  record AnalysisView(int version, long sheets, long invalid, List<Analysis.Figures> questions, Map<String, String> charts) {
  }

  /** What a respondent wrote. */
  record Written(long id, String text) {
  }

  /** Whether the caller is offered the page; asked before anything else. */
  @GetMapping("/right")
  Right right() {
    return new Right(rights.mayRead(), rights.mayWork(), rights.mayCheck());
  }

  /** The surveys that have a questionnaire, the newest first. */
  @GetMapping
  List<Summary> all() {
    rights.requireRead();
    return list.newest(MOST_LISTED).stream().map(one -> new Summary(one.surveyNo(), one.title(), one.version(), one.state().name(), one.state().label())).toList();
  }

  /** A survey with its newest questionnaire and its field work. */
  @GetMapping(SURVEY)
  View find(@PathVariable String surveyNo) {
    rights.requireRead();
    QuestionnaireCard card = card(surveyNo);
    FieldWork figures = questionnaires.fieldWork(surveyNo);
    boolean open = !fieldWork.isClosed(surveyNo) && (card.state() == QuestionnaireState.TRIAL || card.state() == QuestionnaireState.RELEASED);
    return new View(surveyNo, card.title(), card.version(), card.state().name(), card.state().label(), open, card.trialAnswers(), card.questions().stream().map(SurveyController::question).toList(),
        Arrays.stream(Way.values()).map(way -> new Choice(way.code(), way.label())).toList(),
        questionnaires.sampleOf(surveyNo).map(one -> new SampleView(one.method().name(), one.method().label(), one.seed(), one.size(), one.reserve(), one.frame())).orElse(null), figures.sample(),
        figures.responseOfSample(), line(figures.total()), figures.interviewers().stream().map(SurveyController::line).toList(), figures.batches().stream().map(SurveyController::line).toList());
  }

  private QuestionnaireCard card(String surveyNo) {
    return questionnaires.newest(surveyNo).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no survey \"" + surveyNo + "\" with a questionnaire. 無此調查問卷。"));
  }

  private static QuestionView question(Question question) {
    return new QuestionView(question.code(), question.kind().name(), question.kind().label(), Topic.of(question.topic()).label(), question.label(), question.required(), question.mayRefuse(),
        question.options().stream().map(option -> new Choice(option.code(), option.label())).toList(), question.smallest(), question.largest());
  }

  private static LineView line(FieldWork.Line line) {
    return new LineView(line.name(), line.issued(), line.returned(), line.valid(), line.rechecked(), line.recheckedInvalid(), line.responseRate(), line.invalidShare(), line.recheckedShare(),
        line.recheckedInvalidShare());
  }

  /** Takes the answers of one respondent; 422 names what is no answer. */
  @PostMapping(SURVEY + "/answers")
  Receipt answer(@PathVariable String surveyNo, @RequestBody FormAnswers form) {
    rights.requireWork();
    boolean trial = card(surveyNo).state() == QuestionnaireState.TRIAL;
    Taken taken = sheets.take(surveyNo, List.of(new GivenAnswers(0, form.respondent(), form.interviewer(), form.batch(), form.way(), moment(form.interviewedAt()), form.seconds(),
        form.answers() == null ? Map.of() : form.answers())), rights.person(), null).get(0);
    if (taken.outcome() == Outcome.REFUSED) {
      throw new AnswersRefused(taken.problems());
    }
    return new Receipt(taken.outcome().name(), trial, taken.reasons().stream().map(Invalidity::label).toList());
  }

  private static LocalDateTime moment(String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      return LocalDateTime.parse(text);
    } catch (DateTimeException noMoment) {
      throw new AnswersRefused(List.of(new FieldProblem("interviewedAt", "Asked at 調查時間", "must be like 2026-11-30T09:30 格式須如 2026-11-30T09:30")));
    }
  }

  /**
   * The answers, without what was answered.
   *
   * @param which {@code all}, {@code invalid} or {@code recheck}: those drawn to be called back
   */
  @GetMapping(SURVEY + "/answers")
  Page<SheetView> answers(@PathVariable String surveyNo, @RequestParam(defaultValue = "all") String which, @RequestParam(defaultValue = "0") long after) {
    rights.requireWork();
    List<Sheet> page = table.page(surveyNo, which, after, PAGE);
    Map<String, String> names = access.namesOf(page.stream().map(Sheet::enteredBy).distinct().toList());
    return page(page.stream().map(sheet -> view(sheet, names, null)).toList(), SheetView::id);
  }

  /** One answer with what was answered, for whoever calls back. */
  @GetMapping(SURVEY + "/answers/{id}")
  SheetView answer(@PathVariable String surveyNo, @PathVariable long id) {
    rights.requireWork();
    Sheet sheet = table.find(surveyNo, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such answer. 無此答卷。"));
    Map<String, Object> answers = AnswerStatistics.parse(sheet.answers());
    if (sheet.texts() != null) {
      answers.putAll(AnswerStatistics.parse(sheet.texts()));
    }
    return view(sheet, access.namesOf(List.of(sheet.enteredBy())), answers);
  }

  private static SheetView view(Sheet sheet, Map<String, String> names, Map<String, Object> answers) {
    return new SheetView(sheet.id(), sheet.respondent(), sheet.interviewer(), sheet.batch(), sheet.way() == null ? null : Way.labels().get(sheet.way()), at(sheet.interviewedAt()), sheet.seconds(),
        sheet.trial(), sheet.valid(), Invalidity.labels(sheet.reasons()), sheet.judgement(), sheet.recheck(), sheet.recheck() == null ? null : SurveyRegisters.RECHECKS.get(sheet.recheck()),
        sheet.recheckNote(), names.getOrDefault(sheet.enteredBy(), sheet.enteredBy()), at(sheet.enteredAt()), answers);
  }

  private static String at(LocalDateTime moment) {
    return moment == null ? null : SHOWN.format(moment);
  }

  private static <T> Page<T> page(List<T> rows, Function<T, Long> id) {
    return new Page<>(rows, rows.size() < PAGE ? null : id.apply(rows.get(rows.size() - 1)));
  }

  /** Draws the sample. */
  @PostMapping(SURVEY + "/sample")
  SampleView draw(@PathVariable String surveyNo, @RequestBody WantedSample wanted) {
    rights.requireWork();
    if (wanted.method() == null) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "method: is required 必填");
    }
    SampleCard card = questionnaires.sample(surveyNo, new SampleRule(wanted.method(), wanted.size(), wanted.reserve(), wanted.stratification(), wanted.quotas(), wanted.regions(), wanted.grades(),
        wanted.seed()));
    return new SampleView(card.method().name(), card.method().label(), card.seed(), card.size(), card.reserve(), card.frame());
  }

  /** The members of the sample. */
  @GetMapping(SURVEY + "/sample")
  Page<MemberView> sample(@PathVariable String surveyNo, @RequestParam(defaultValue = "0") long after) {
    rights.requireWork();
    List<Member> page = samples.page(surveyNo, after, PAGE);
    return new Page<>(page.stream().map(one -> new MemberView(one.respondent(), one.name(), one.region(), one.grade(), one.stratum(), one.state().name(), SurveyRegisters.MEMBERS.get(one.state().name()),
        one.interviewer(), one.batch(), at(one.issuedAt()), one.answered(), one.refusal(), one.replacedBy())).toList(), page.size() < PAGE ? null : page.get(page.size() - 1).id());
  }

  /** Gives the next respondents to an interviewer. */
  @PostMapping(SURVEY + "/sample/issues")
  Count issue(@PathVariable String surveyNo, @RequestBody Issue issue) {
    rights.requireWork();
    return new Count(samples.issue(surveyNo, issue.interviewer(), issue.batch(), issue.number()));
  }

  /** Notes a refusal; the next of the reserve takes the place. */
  @PostMapping(SURVEY + "/sample/{respondent}/refusal")
  Replacement refuse(@PathVariable String surveyNo, @PathVariable String respondent, @RequestBody Refusal refusal) {
    rights.requireWork();
    return new Replacement(samples.refuse(surveyNo, respondent, refusal.reason()).orElse(null));
  }

  /** Draws answers to call back, of each interviewer. */
  @PostMapping(SURVEY + "/rechecks")
  Count drawRechecks(@PathVariable String surveyNo, @RequestBody Share share) {
    rights.requireCheck();
    return new Count(questionnaires.drawRechecks(surveyNo, share.percent()));
  }

  /** Notes what a call-back said. */
  @PostMapping(SURVEY + "/answers/{id}/recheck")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void recheck(@PathVariable String surveyNo, @PathVariable long id, @RequestBody Finding finding) {
    rights.requireCheck();
    rechecks.record(surveyNo, id, finding.confirmed(), finding.note(), rights.person());
  }

  /** Lets a person say that an answer counts, or does not. */
  @PostMapping(SURVEY + "/answers/{id}/judgement")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void judge(@PathVariable String surveyNo, @PathVariable long id, @RequestBody Judgement judgement) {
    rights.requireCheck();
    rechecks.judge(surveyNo, id, judgement.valid(), judgement.reason(), rights.person());
  }

  /** Counts and means of each question. */
  @GetMapping(SURVEY + "/analysis")
  AnalysisView analysis(@PathVariable String surveyNo) {
    rights.requireRead();
    Analysis found = questionnaires.analysis(surveyNo);
    return new AnalysisView(found.version(), found.sheets(), found.invalid(), found.questions(), found.questions().stream().filter(one -> !one.options().isEmpty())
        .collect(Collectors.toMap(one -> one.question().code(), BarChart::svg)));
  }

  /** Two questions together. */
  @GetMapping(SURVEY + "/cross-table")
  CrossTable crossTable(@PathVariable String surveyNo, @RequestParam String rows, @RequestParam String columns) {
    rights.requireRead();
    return questionnaires.crossTable(surveyNo, rows, columns);
  }

  /** What respondents wrote to a question; it may name people, so it is for those who work with answers. */
  @GetMapping(SURVEY + "/texts/{question}")
  Page<Written> texts(@PathVariable String surveyNo, @PathVariable String question, @RequestParam(defaultValue = "0") long after) {
    rights.requireWork();
    QuestionnaireCard asked = questionnaires.released(surveyNo).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "Nothing was released yet. 問卷尚未發布。"));
    List<Written> rows = statistics.texts(asked, question, after, PAGE).stream().map(one -> new Written(one.getKey(), one.getValue())).toList();
    return page(rows, Written::id);
  }

  /** The bars of a question with options or a scale. */
  @GetMapping(value = SURVEY + "/charts/{question}.svg", produces = "image/svg+xml;charset=UTF-8")
  String chart(@PathVariable String surveyNo, @PathVariable String question) {
    rights.requireRead();
    return questionnaires.analysis(surveyNo).questions().stream().filter(one -> one.question().code().equals(question)).findFirst().map(BarChart::svg)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such question. 無此題。"));
  }

  /** The answers to the released version as XLSX, a column a question; who takes them away stands in the audit trail. */
  @GetMapping(SURVEY + "/answers.xlsx")
  void download(@PathVariable String surveyNo, HttpServletResponse response) throws IOException {
    rights.requireWork();
    QuestionnaireCard asked = questionnaires.released(surveyNo).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "Nothing was released yet. 問卷尚未發布。"));
    audit.write(new AuditRecord(AuditRecord.Kind.EXPORT, rights.person(), "exportAnswers", "survey", surveyNo, null, Map.of()));
    response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + surveyNo + "-answers.xlsx\"");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
    file.write(asked, response.getOutputStream());
  }
}
