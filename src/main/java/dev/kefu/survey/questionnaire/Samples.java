package dev.kefu.survey.questionnaire;

import dev.kefu.engine.FactsRefused;
import dev.kefu.information.CustomerPlace;
import dev.kefu.information.Customers;
import dev.kefu.survey.questionnaire.MemberTable.Member;
import dev.kefu.survey.questionnaire.MemberTable.State;
import dev.kefu.survey.questionnaire.SampleDraw.Drawn;
import dev.kefu.survey.questionnaire.SampleRule.Method;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Samples: drawn, given out to interviewers, and filled up from the reserve. */
@Service
@RequiredArgsConstructor
class Samples {

  private static final int PAGE = 5000;
  private static final int MOST = 100_000;
  private static final int LONGEST_NAME = 64;
  private static final int LONGEST_BATCH = 40;
  private static final int LONGEST_REASON = 300;
  /** A seed that people can write down. */
  private static final int MOST_SEEDS = 1_000_000_000;

  private final FieldWorkTable fieldWork;
  private final MemberTable members;
  private final Customers customers;
  private final Clock clock;
  private final SecureRandom chance = new SecureRandom();

  @Transactional
  public SampleCard draw(String surveyNo, SampleRule rule, String drawnBy) {
    fieldWork.lock(surveyNo);
    if (members.anybodyAsked(surveyNo)) {
      throw new FactsRefused("Somebody of this survey was asked already: the sample stays. 已有受訪者領取或填寫問卷，樣本不可重抽。");
    }
    require(rule.size() >= 1 && rule.size() + rule.reserve() <= MOST, "A sample with its reserve has 1 to 100,000 respondents. 樣本與備選合計須為 1 至 100,000。");
    members.removeAll(surveyNo);
    SampleCard card;
    if (rule.method() == Method.GIVEN) {
      card = new SampleCard(rule.method(), null, rule.size(), 0, 0, null);
    } else {
      List<CustomerPlace> frame = frame(rule);
      long seed = rule.seed() == null ? chance.nextInt(MOST_SEEDS) : rule.seed();
      Drawn drawn = SampleDraw.draw(frame, rule, seed);
      members.add(surveyNo, drawn.sample(), rule.stratification(), State.DRAWN);
      members.add(surveyNo, drawn.reserve(), rule.stratification(), State.RESERVE);
      card = new SampleCard(rule.method(), seed, rule.size(), rule.reserve(), frame.size(), DigestUtils.sha256Hex(frame.stream().map(CustomerPlace::toString).collect(Collectors.joining("\n"))));
    }
    fieldWork.drawn(surveyNo, card, rule.stratification(), drawnBy, now());
    return card;
  }

  private List<CustomerPlace> frame(SampleRule rule) {
    List<CustomerPlace> frame = new ArrayList<>();
    List<CustomerPlace> page = customers.contactable("", PAGE);
    while (!page.isEmpty()) {
      page.stream().filter(place -> (rule.regions().isEmpty() || rule.regions().contains(place.region())) && (rule.grades().isEmpty() || place.grade() != null && rule.grades().contains(place.grade())))
          .forEach(frame::add);
      page = customers.contactable(page.get(page.size() - 1).code(), PAGE);
    }
    return frame;
  }

  /** Gives out the next drawn respondents to an interviewer; returns how many there were. */
  @Transactional
  public int issue(String surveyNo, String interviewer, String batch, int number) {
    fieldWork.lock(surveyNo);
    require(interviewer != null && !interviewer.isBlank() && interviewer.strip().length() <= LONGEST_NAME, "Interviewer 調查員: 1 to 64 characters 須為 1 至 64 個字");
    require(batch == null || batch.strip().length() <= LONGEST_BATCH, "Batch 批次: has more than 40 characters 超過 40 個字");
    require(number >= 1 && number <= MOST, "Number 份數: must be at least 1 須至少為 1");
    int issued = members.issue(surveyNo, interviewer.strip(), batch == null || batch.isBlank() ? null : batch.strip(), number, now());
    require(issued > 0, "Everybody of the sample was given out already. 樣本已全部發放。");
    return issued;
  }

  /** Notes that somebody refuses to be asked; the next of the reserve takes the place. Returns who that is, or empty where the reserve has run out. */
  @Transactional
  public Optional<String> refuse(String surveyNo, String respondent, String reason) {
    fieldWork.lock(surveyNo);
    require(reason != null && !reason.isBlank() && reason.strip().length() <= LONGEST_REASON, "Reason 原因: 1 to 300 characters 須為 1 至 300 個字");
    Member member = members.find(surveyNo, respondent).orElseThrow(() -> new FactsRefused("There is no such respondent in the sample. 樣本中無此受訪者。"));
    require(!member.answered(), "This respondent has answered. 此受訪者已填寫。");
    require(member.state() == State.DRAWN || member.state() == State.ISSUED, "This respondent is not being asked. 此受訪者不在調查之中。");
    Optional<Member> next = members.nextReserve(surveyNo, member.stratum());
    next.ifPresent(reserve -> members.takePlace(reserve.id(), member, now()));
    members.refused(member.id(), reason.strip(), next.map(Member::respondent).orElse(null), now());
    return next.map(Member::respondent);
  }

  @Transactional(readOnly = true)
  public List<Member> page(String surveyNo, long after, int most) {
    return members.page(surveyNo, after, most);
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
