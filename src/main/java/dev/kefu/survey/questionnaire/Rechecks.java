package dev.kefu.survey.questionnaire;

import dev.kefu.engine.FactsRefused;
import dev.kefu.survey.questionnaire.SheetTable.Candidate;
import dev.kefu.survey.questionnaire.SheetTable.Sheet;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The control point of field work: answers are called back, judged, or asked again. */
@Service
@RequiredArgsConstructor
class Rechecks {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int LONGEST = 300;

  private final FieldWorkTable fieldWork;
  private final SheetTable sheets;
  private final Clock clock;
  /** Nobody may know beforehand who is called back. */
  private final SecureRandom chance = new SecureRandom();

  @Transactional
  public int draw(String surveyNo, BigDecimal percent) {
    fieldWork.lock(surveyNo);
    require(percent != null && percent.signum() > 0 && percent.compareTo(HUNDRED) <= 0, "The share to call back is more than 0 and at most 100 per cent. 抽查比例須大於 0 且不超過 100%。");
    Map<String, List<Candidate>> byInterviewer = sheets.candidates(surveyNo).stream().collect(Collectors.groupingBy(Candidate::interviewer, TreeMap::new, Collectors.toList()));
    List<Long> drawn = new ArrayList<>();
    byInterviewer.values().forEach(all -> {
      int wanted = percent.multiply(BigDecimal.valueOf(all.size())).divide(HUNDRED, 0, RoundingMode.CEILING).intValueExact();
      int missing = wanted - (int) all.stream().filter(Candidate::drawn).count();
      // What the machine found invalid needs no call.
      List<Candidate> left = new ArrayList<>(all.stream().filter(one -> one.valid() && !one.drawn()).toList());
      Collections.shuffle(left, chance);
      left.stream().limit(Math.max(missing, 0)).forEach(one -> drawn.add(one.id()));
    });
    sheets.drawRechecks(drawn);
    return drawn.size();
  }

  /** Notes what the call-back said; nobody confirms what the same person entered. */
  @Transactional
  public void record(String surveyNo, long id, boolean confirmed, String note, String person) {
    fieldWork.lock(surveyNo);
    Sheet sheet = find(surveyNo, id);
    require(!sheet.trial(), "Trial answers are not called back. 試調查答卷不抽查。");
    require(sheet.recheck() == null || "DRAWN".equals(sheet.recheck()), "This answer was called back already. 此答卷已抽查。");
    require(sheet.imported() || !sheet.enteredBy().equals(person), "You entered this answer yourself; somebody else calls back. 此答卷由您錄入，須由他人抽查。");
    require(confirmed || isGiven(note), "Note 說明: say what was found (1 to 300 characters) 請說明不合格情形(1 至 300 字)");
    require(note == null || note.strip().length() <= LONGEST, "Note 說明: has more than 300 characters 超過 300 個字");
    sheets.rechecked(id, confirmed, note == null || note.isBlank() ? null : note.strip(), person, now());
    if (!confirmed) {
      Set<Invalidity> reasons = reasons(sheet);
      reasons.add(Invalidity.RECHECK);
      sheets.invalidate(id, reasons);
    }
  }

  /** Lets a person say that an answer counts, or does not, with the reason; also after the field work, when data are tidied. */
  @Transactional
  public void judge(String surveyNo, long id, boolean valid, String reason, String person) {
    Sheet sheet = find(surveyNo, id);
    require(!sheet.trial(), "Trial answers are not judged. 試調查答卷不作判定。");
    require(isGiven(reason), "Reason 原因: 1 to 300 characters 須為 1 至 300 個字");
    require(!valid || !"INVALID".equals(sheet.recheck()), "The call-back found this answer invalid. 此答卷抽查不合格。");
    Set<Invalidity> reasons = valid ? EnumSet.noneOf(Invalidity.class) : reasons(sheet);
    if (!valid) {
      reasons.add(Invalidity.JUDGED);
    }
    sheets.judge(id, valid, reasons, reason.strip(), person);
  }

  @Transactional
  public int redo(String surveyNo, String interviewer) {
    fieldWork.lock(surveyNo);
    return sheets.setAside(surveyNo, interviewer);
  }

  private Sheet find(String surveyNo, long id) {
    return sheets.find(surveyNo, id).orElseThrow(() -> new FactsRefused("There is no such answer. 無此答卷。"));
  }

  private static Set<Invalidity> reasons(Sheet sheet) {
    Set<Invalidity> reasons = EnumSet.noneOf(Invalidity.class);
    if (sheet.reasons() != null) {
      Arrays.stream(sheet.reasons().split(",")).map(Invalidity::valueOf).forEach(reasons::add);
    }
    return reasons;
  }

  private static boolean isGiven(String text) {
    return text != null && !text.isBlank() && text.strip().length() <= LONGEST;
  }

  private LocalDateTime now() {
    return LocalDateTime.now(clock).withNano(0);
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new FactsRefused(message);
    }
  }
}
