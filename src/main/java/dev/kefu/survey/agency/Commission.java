package dev.kefu.survey.agency;

import dev.kefu.engine.FactsRefused;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** One survey that is commissioned from an agency, from the brief to the agency's rating (P15). What was agreed is what delivery and payments are measured by. */
@Entity
@Table(name = "survey_commissions")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class Commission {

  static final String DROPPED = "drop";
  static final String ACCEPT = "accept";

  private static final BigDecimal HUNDRED = new BigDecimal("100");

  /** Where it stands; the last three are ends. */
  enum Status {
    BRIEFED, CHOSEN, APPROVED, UNDER_WAY, PASSED, PAID, RATED, ACCEPTED, REJECTED, CANCELLED;

    boolean isEnd() {
      return compareTo(RATED) > 0;
    }
  }

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;
  private String caseNumber;
  private String processInstanceId;
  private String surveyNo;
  private String surveyTitle;
  private String brief;
  private BigDecimal feeCeiling;
  private LocalDate dueOn;
  private int graceDays;
  private int firstShare;
  private int penaltyPerDay;
  private int penaltyMost;
  private String briefedBy;
  private int roundNo;
  private String scoredBy;
  private String award;
  private String agency;
  private String agencyEmail;
  private BigDecimal fee;
  private BigDecimal totalPoints;
  private String awardReason;
  private String approvedByRole;
  private Instant approvedAt;
  private BigDecimal prepaid;
  private LocalDate prepaidOn;
  private LocalDate receivedOn;
  private int daysLate;
  private LocalDate correctedOn;
  private BigDecimal sampleDelivered;
  private BigDecimal recheckErrors;
  private Boolean reportComplete;
  private int failures;
  private String acceptance;
  private BigDecimal penalty;
  private String penaltyReason;
  private BigDecimal finalPaid;
  private LocalDate finalPaidOn;
  private BigDecimal refunded;
  private LocalDate refundedOn;
  private Integer rating;
  private String standing;
  private Instant ratedAt;
  @Enumerated(EnumType.STRING)
  private Status status = Status.BRIEFED;
  private Instant openedAt;
  private Instant endedAt;
  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(name = "survey_commission_invitations", joinColumns = @JoinColumn(name = "commission_id"))
  @OrderColumn(name = "line_no")
  private List<Invitation> invitations = new ArrayList<>();
  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(name = "survey_commission_offers", joinColumns = @JoinColumn(name = "commission_id"))
  @OrderColumn(name = "line_no")
  private List<AgencyOffer> offers = new ArrayList<>();
  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(name = "survey_commission_weeks", joinColumns = @JoinColumn(name = "commission_id"))
  @OrderColumn(name = "line_no")
  private List<WeekOfWork> weeks = new ArrayList<>();
  @Version
  private int version;

  Commission(String caseNumber, String processInstanceId, String surveyNo, String surveyTitle, Terms terms, Briefing briefing, String briefedBy, Instant openedAt) {
    this.caseNumber = caseNumber;
    this.processInstanceId = processInstanceId;
    this.surveyNo = surveyNo;
    this.surveyTitle = surveyTitle;
    this.firstShare = terms.firstShare();
    this.penaltyPerDay = terms.penaltyPerDay();
    this.penaltyMost = terms.penaltyMost();
    this.brief = briefing.brief();
    this.feeCeiling = briefing.feeCeiling();
    this.dueOn = briefing.dueDate();
    this.graceDays = briefing.graceDays();
    this.briefedBy = briefedBy;
    this.openedAt = openedAt;
    invitations.addAll(briefing.agencies());
  }

  /** Begins a round of offers; in a later one the agencies that have offered are left alone. Whoever declined is asked again. */
  List<Invitation> invite() {
    must(Status.BRIEFED, Status.BRIEFED);
    roundNo++;
    offers.removeIf(AgencyOffer::isDeclined);
    return invitations.stream().filter(invitation -> offerOf(invitation.agency()).isEmpty()).toList();
  }

  /** Takes an agency's answer; a later one takes the place of the earlier one. */
  void answer(Offering offering, LocalDate day) {
    must(Status.BRIEFED, Status.BRIEFED);
    String name = invitations.stream().map(Invitation::agency).filter(invited -> invited.equalsIgnoreCase(offering.agency().strip())).findFirst().orElse(offering.agency().strip());
    offers.removeIf(offer -> offer.getAgency().equalsIgnoreCase(name));
    offers.add(new AgencyOffer(name, offering, day));
  }

  /** Whether every agency that was invited has answered. */
  boolean isAnswered() {
    return invitations.stream().allMatch(invitation -> offerOf(invitation.agency()).isPresent());
  }

  /** What was offered, in the order in which it came. */
  List<AgencyOffer> tendered() {
    return offers.stream().filter(offer -> !offer.isDeclined()).toList();
  }

  /** Places of the valid offers in the list of all answers. */
  List<Integer> validOffers() {
    return offers.stream().filter(AgencyOffer::isValid).map(offers::indexOf).toList();
  }

  /** The valid offers, the highest total first; of equal ones the cheaper. */
  List<AgencyOffer> ranking() {
    return offers.stream().filter(AgencyOffer::isValid).sorted(Comparator.comparing(AgencyOffer::total).reversed().thenComparing(AgencyOffer::getPrice)).toList();
  }

  Optional<BigDecimal> lowestPrice() {
    return offers.stream().filter(AgencyOffer::isValid).map(AgencyOffer::getPrice).min(Comparator.naturalOrder());
  }

  /**
   * Takes the marks.
   *
   * @throws FactsRefused when an offer has no line, or more than one
   */
  void score(Scoring scoring, String by) {
    must(Status.BRIEFED, Status.CHOSEN);
    List<String> named = scoring.offers().stream().map(Scoring.Line::agency).sorted().toList();
    if (!named.equals(tendered().stream().map(AgencyOffer::getAgency).sorted().toList())) {
      throw new FactsRefused("Offers 報價方案: each agency that has offered has one line 每家報價機構填一行");
    }
    scoring.offers().forEach(line -> offerOf(line.agency()).orElseThrow().score(line));
    awardReason = scoring.reason();
    scoredBy = by;
    status = Status.BRIEFED;
  }

  /** The best offer wins. */
  void award(String how) {
    must(Status.BRIEFED, Status.BRIEFED);
    AgencyOffer winner = ranking().get(0);
    award = how;
    agency = winner.getAgency();
    agencyEmail = winner.getEmail();
    fee = winner.getPrice();
    totalPoints = winner.total();
    dueOn = winner.getDeliveryOn().isBefore(dueOn) ? winner.getDeliveryOn() : dueOn;
    status = Status.CHOSEN;
  }

  void approve(String role, Instant when) {
    must(Status.CHOSEN, Status.CHOSEN);
    approvedByRole = role;
    approvedAt = when;
    status = Status.APPROVED;
  }

  /** The first part of the fee. */
  BigDecimal firstPart() {
    return percent(fee, firstShare);
  }

  void prepay(BigDecimal amount, LocalDate day) {
    must(Status.APPROVED, Status.APPROVED);
    prepaid = amount;
    prepaidOn = day;
    status = Status.UNDER_WAY;
  }

  /** Adds what is known of a week. */
  void note(WeekOfWork week) {
    must(Status.UNDER_WAY, Status.UNDER_WAY);
    weeks.add(week);
  }

  /** The report is there: how late it is decides of the penalty. */
  void deliver(LocalDate day) {
    must(Status.UNDER_WAY, Status.UNDER_WAY);
    receivedOn = day;
    daysLate = daysLate(day);
  }

  /** Calendar days after the agreed one; zero when it is in time. */
  int daysLate(LocalDate day) {
    return (int) Math.max(0, ChronoUnit.DAYS.between(dueOn, day));
  }

  /** What so many days cost: a share of the fee for each, up to a limit. */
  BigDecimal penaltyFor(int days) {
    return percent(fee, (int) Math.min((long) days * penaltyPerDay, penaltyMost));
  }

  /** The highest penalty. */
  BigDecimal penaltyLimit() {
    return percent(fee, penaltyMost);
  }

  /** Takes what the check found, before the table judges it. */
  void check(Checking checking) {
    must(Status.UNDER_WAY, Status.UNDER_WAY);
    if (checking.penalty().compareTo(penaltyFor(daysLate)) != 0 && !checking.givesReason()) {
      throw new FactsRefused("Penalty 違約金: %s yuan are counted; say why it is another amount 與計算之 %1$s 元不同，須說明理由".formatted(penaltyFor(daysLate).toPlainString()));
    }
    sampleDelivered = checking.sampleDelivered();
    recheckErrors = checking.recheckErrors();
    reportComplete = checking.reportComplete();
    penalty = checking.penalty();
    penaltyReason = checking.givesReason() ? checking.penaltyReason() : null;
  }

  /** Takes the table's judgement. */
  void judge(String result) {
    must(Status.UNDER_WAY, Status.UNDER_WAY);
    acceptance = result;
    if (ACCEPT.equals(result)) {
      status = Status.PASSED;
    } else {
      failures++;
    }
  }

  void correct(LocalDate day) {
    must(Status.UNDER_WAY, Status.UNDER_WAY);
    correctedOn = day;
  }

  /** The grace is over and nothing came. */
  void missCorrection() {
    judge("reject");
  }

  /** The rest of the fee, less the penalty. */
  BigDecimal rest() {
    return fee.subtract(prepaid).subtract(penalty);
  }

  void payRest(BigDecimal amount, LocalDate day) {
    must(Status.PASSED, Status.PASSED);
    finalPaid = amount;
    finalPaidOn = day;
    status = Status.PAID;
  }

  void rate(int points, String result, Instant when) {
    must(Status.PAID, Status.PAID);
    rating = points;
    standing = result;
    ratedAt = when;
    status = Status.RATED;
  }

  /** What is to come back after the second failure. */
  BigDecimal refundDue() {
    return prepaid.add(penalty);
  }

  /** Notes what came back; such an agency is dropped. */
  void refund(BigDecimal amount, LocalDate day, Instant when) {
    must(Status.UNDER_WAY, Status.UNDER_WAY);
    refunded = amount;
    refundedOn = day;
    standing = DROPPED;
    ratedAt = when;
  }

  /**
   * Ends it; repeating the same end changes nothing.
   *
   * @throws IllegalStateException when it ended otherwise, or is to be accepted without a rating
   */
  void end(Status outcome, Instant when) {
    if (status == outcome) {
      return;
    }
    if (status.isEnd() || outcome == Status.ACCEPTED && status != Status.RATED) {
      throw new IllegalStateException("Cannot end as " + outcome + ": commission " + caseNumber + " is " + status + ".");
    }
    status = outcome;
    endedAt = when;
  }

  private Optional<AgencyOffer> offerOf(String name) {
    return offers.stream().filter(offer -> offer.getAgency().equalsIgnoreCase(name)).findFirst();
  }

  private static BigDecimal percent(BigDecimal amount, int share) {
    return amount.multiply(BigDecimal.valueOf(share)).divide(HUNDRED, 2, RoundingMode.HALF_UP);
  }

  private void must(Status least, Status most) {
    if (status.compareTo(least) < 0 || status.compareTo(most) > 0) {
      throw new IllegalStateException("Commission " + caseNumber + " is " + status + ", not " + least + (least == most ? "." : " to " + most + "."));
    }
  }
}
