package dev.kefu.survey.questionnaire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kefu.engine.FactsRefused;
import dev.kefu.survey.questionnaire.MemberTable.State;
import dev.kefu.survey.questionnaire.SheetRules.Checked;
import dev.kefu.survey.questionnaire.SheetTable.NewSheet;
import dev.kefu.survey.questionnaire.SheetTable.Place;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes answers, one or many at once; all or nothing of each. To a version on trial they are trial answers. Whoever answers a second time the same is known, and differently is refused.
 */
@Service
@RequiredArgsConstructor
public class Sheets {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern RESPONDENT = Pattern.compile("[A-Z0-9][A-Z0-9._:/-]{0,39}");
  private static final int LONGEST_INTERVIEWER = 64;
  private static final int LONGEST_BATCH = 40;
  private static final int LONGEST_ANSWERS = 8000;
  private static final int MOST_SECONDS = 86_400;

  private final QuestionnaireRepository questionnaires;
  private final FieldWorkTable fieldWork;
  private final MemberTable members;
  private final SheetTable sheets;
  private final SurveySettings settings;
  private final Clock clock;

  /** What became of an answer. */
  public enum Outcome { VALID, INVALID, KNOWN, REFUSED }

  /**
   * What became of an answer.
   *
   * @param row as it was given
   * @param reasons why it is kept as invalid
   * @param problems why it was refused; then nothing of it was kept
   */
  public record Taken(long row, String respondent, Outcome outcome, Set<Invalidity> reasons, List<FieldProblem> problems) {
  }

  /**
   * Takes answers, in their order.
   *
   * @param enteredBy user id
   * @param importId the file that they came in, or null
   * @throws FactsRefused while the questionnaire is a draft, or when the field work has ended
   */
  @Transactional
  public List<Taken> take(String surveyNo, List<GivenAnswers> given, String enteredBy, Long importId) {
    Optional<SampleCard> sample = fieldWork.lock(surveyNo);
    StoredQuestionnaire asked = questionnaires.findFirstBySurveyNoOrderByVersionNoDesc(surveyNo).orElseThrow();
    boolean trial = asked.getStatus() == QuestionnaireState.TRIAL;
    if (!trial && asked.getStatus() != QuestionnaireState.RELEASED) {
      throw new FactsRefused("The questionnaire is a draft: it is answered when it is on trial or released. 問卷為草稿，試調查或發布後方可填寫。");
    }
    List<GivenAnswers> plain = given.stream().map(Sheets::plain).toList();
    Taking taking = new Taking(new Place(surveyNo, asked.getId(), trial, enteredBy, now(), importId), new SheetRules(asked.asked(), settings), plain, sample);
    List<Taken> taken = plain.stream().map(taking::take).toList();
    taking.keep();
    return taken;
  }

  private LocalDateTime now() {
    return LocalDateTime.now(clock).withNano(0);
  }

  private static GivenAnswers plain(GivenAnswers given) {
    return new GivenAnswers(given.row(), given.respondent() == null ? "" : given.respondent().strip().toUpperCase(Locale.ROOT), emptyToNull(given.interviewer()), emptyToNull(given.batch()),
        emptyToNull(given.way()), given.at(), given.seconds(), given.answers());
  }

  private static String emptyToNull(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  static String json(Object content) {
    try {
      return JSON.writeValueAsString(content);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** Answers that are taken together: what is kept already is looked up once for all. */
  private final class Taking {

    private final Place place;
    private final SheetRules rules;
    private final boolean drawn;
    private final Map<String, String> known;
    private final Map<String, State> states;
    private final Map<Long, NewSheet> candidates = new HashMap<>();
    private final Map<Long, List<FieldProblem>> problems = new HashMap<>();
    private final Set<String> patterns;
    private final List<NewSheet> kept = new ArrayList<>();
    private int trialsLeft;

    Taking(Place place, SheetRules rules, List<GivenAnswers> all, Optional<SampleCard> sample) {
      this.place = place;
      this.rules = rules;
      drawn = sample.isPresent() && SampleDraw.isDrawn(sample.get().method());
      trialsLeft = place.trial() ? Questionnaires.MOST_TRIALS - sheets.trials(place.questionnaire()) : 0;
      List<String> respondents = all.stream().map(GivenAnswers::respondent).distinct().toList();
      known = new HashMap<>(sheets.known(place.surveyNo(), place.trial(), respondents));
      states = place.trial() ? Map.of() : members.states(place.surveyNo(), respondents);
      all.forEach(this::check);
      Set<String> digests = candidates.values().stream().map(NewSheet::patternDigest).filter(digest -> digest != null).collect(Collectors.toSet());
      patterns = place.trial() || digests.isEmpty() ? new HashSet<>() : sheets.patterns(place.surveyNo(), digests);
    }

    private void check(GivenAnswers given) {
      Checked checked = rules.check(given.answers());
      List<FieldProblem> found = new ArrayList<>(facts(given));
      found.addAll(checked.problems());
      String answers = json(checked.chosen());
      if (answers.length() > LONGEST_ANSWERS) {
        found.add(new FieldProblem("answers", "Answers 答案", "are too long together 合計過長"));
      }
      if (!found.isEmpty()) {
        problems.put(given.row(), found);
        return;
      }
      String texts = checked.texts().isEmpty() ? null : json(checked.texts());
      candidates.put(given.row(), new NewSheet(given, answers, texts, DigestUtils.sha256Hex(answers + (texts == null ? "" : texts)), rules.isComparable(checked) ? DigestUtils.sha256Hex(answers) : null,
          rules.doubts(checked, given.seconds())));
    }

    private List<FieldProblem> facts(GivenAnswers given) {
      List<FieldProblem> found = new ArrayList<>();
      if (given.respondent().isEmpty()) {
        found.add(new FieldProblem("respondent", "Respondent 受訪者", "is required 必填"));
      } else if (!RESPONDENT.matcher(given.respondent()).matches()) {
        found.add(new FieldProblem("respondent", "Respondent 受訪者", "must be a number of letters, digits and . _ : / -, 40 at most; no name 須為至多 40 個字母、數字及 . _ : / - 的編號，不得用姓名"));
      }
      longer(found, "interviewer", "Interviewer 調查員", given.interviewer(), LONGEST_INTERVIEWER);
      longer(found, "batch", "Batch 批次", given.batch(), LONGEST_BATCH);
      if (given.way() != null && !Way.isKnown(given.way())) {
        found.add(new FieldProblem("way", "Way 方式", "is none of the ways 無此方式"));
      }
      if (given.at() != null && given.at().isAfter(place.at())) {
        found.add(new FieldProblem("interviewedAt", "Asked at 調查時間", "lies in the future 晚於現在"));
      }
      if (given.seconds() != null && (given.seconds() < 0 || given.seconds() > MOST_SECONDS)) {
        found.add(new FieldProblem("seconds", "Seconds 用時(秒)", "must be 0 to 86400 須為 0 至 86400"));
      }
      return found;
    }

    private static void longer(List<FieldProblem> found, String code, String label, String text, int longest) {
      if (text != null && text.length() > longest) {
        found.add(new FieldProblem(code, label, "has more than %1$d characters 超過 %1$d 個字".formatted(longest)));
      }
    }

    private Taken take(GivenAnswers given) {
      if (problems.containsKey(given.row())) {
        return refused(given, problems.get(given.row()));
      }
      NewSheet sheet = candidates.get(given.row());
      String before = known.get(given.respondent());
      if (before != null) {
        return before.equals(sheet.digest()) ? new Taken(given.row(), given.respondent(), Outcome.KNOWN, Set.of(), List.of())
            : refused(given, "has answered already, and otherwise 已有答卷，且內容不同");
      }
      if (place.trial()) {
        if (trialsLeft <= 0) {
          return refused(given, "%1$d trial answers are enough 試調查答卷至多 %1$d 份".formatted(Questionnaires.MOST_TRIALS));
        }
        trialsLeft--;
      } else if (drawn && states.getOrDefault(given.respondent(), State.RESERVE) == State.RESERVE) {
        return refused(given, states.containsKey(given.respondent()) ? "is in the reserve and has nobody's place yet 屬備選樣本，尚未遞補" : "is not in the sample 不在樣本之內");
      }
      known.put(given.respondent(), sheet.digest());
      return keep(given, sheet);
    }

    private Taken keep(GivenAnswers given, NewSheet sheet) {
      Set<Invalidity> reasons = EnumSet.noneOf(Invalidity.class);
      reasons.addAll(sheet.reasons());
      if (!place.trial() && sheet.patternDigest() != null && !patterns.add(SheetTable.pattern(sheet.patternDigest(), given.interviewer()))) {
        reasons.add(Invalidity.IDENTICAL);
      }
      kept.add(new NewSheet(given, sheet.answers(), sheet.texts(), sheet.digest(), sheet.patternDigest(), reasons));
      return new Taken(given.row(), given.respondent(), reasons.isEmpty() ? Outcome.VALID : Outcome.INVALID, reasons, List.of());
    }

    private Taken refused(GivenAnswers given, String message) {
      return refused(given, List.of(new FieldProblem("respondent", "Respondent 受訪者", message)));
    }

    private Taken refused(GivenAnswers given, List<FieldProblem> found) {
      return new Taken(given.row(), given.respondent(), Outcome.REFUSED, Set.of(), found);
    }

    private void keep() {
      if (kept.isEmpty()) {
        return;
      }
      sheets.add(place, kept);
      if (!place.trial()) {
        List<Object[]> drawnOnes = new ArrayList<>();
        List<Object[]> others = new ArrayList<>();
        kept.forEach(sheet -> (states.containsKey(sheet.given().respondent()) ? drawnOnes : others)
            .add(new Object[] {sheet.given().respondent(), sheet.given().interviewer(), sheet.given().batch(), place.at()}));
        members.addAsked(place.surveyNo(), others);
        members.answered(place.surveyNo(), drawnOnes);
      }
    }
  }
}
