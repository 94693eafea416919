package dev.kefu.complaint.analysis;

import dev.kefu.engine.FactsRefused;
import dev.kefu.reporting.Period;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** One analysis of complaints (P63). What was counted stays as it was presented; rates are per cent, absent where there was nothing to divide by. */
@Entity
@Table(name = "complaint_analyses")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class ComplaintAnalysis {

  /** Where an analysis stands; those from {@code COMPLETED} on are ends. */
  enum Status { COUNTED, ANALYSED, REVIEWED, PRESENTED, ACTED, COMPLETED, REJECTED, WITHDRAWN, CANCELLED }

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;
  private String caseNumber;
  private String processInstanceId;
  private String occasion;
  private String period;
  private String subject;
  private LocalDate beginsOn;
  private LocalDate endsBefore;
  private Instant countedAt;
  private int total;
  private int closed;
  @Column(name = "open_cases")
  private int open;
  private BigDecimal inTimeRate;
  private BigDecimal satisfactionRate;
  private BigDecimal repeatRate;
  private BigDecimal cost;
  private Integer orders;
  private BigDecimal complaintRate;
  private String analysis;
  @Enumerated(EnumType.STRING)
  private Status status = Status.COUNTED;
  private String analysedBy;
  private String reviewedBy;
  private Instant presentedAt;
  private Instant endedAt;

  @ElementCollection
  @CollectionTable(name = "complaint_analysis_figures", joinColumns = @JoinColumn(name = "analysis_id"))
  @OrderColumn(name = "position")
  @Getter(AccessLevel.NONE)
  private List<Figure> figures = new ArrayList<>();

  @ElementCollection
  @CollectionTable(name = "complaint_analysis_causes", joinColumns = @JoinColumn(name = "analysis_id"))
  @OrderColumn(name = "position")
  @Getter(AccessLevel.NONE)
  private List<Cause> causes = new ArrayList<>();

  @ElementCollection
  @CollectionTable(name = "complaint_analysis_proposals", joinColumns = @JoinColumn(name = "analysis_id"))
  @OrderColumn(name = "position")
  @Getter(AccessLevel.NONE)
  private List<Proposal> proposals = new ArrayList<>();

  @ElementCollection
  @CollectionTable(name = "complaint_analysis_actions", joinColumns = @JoinColumn(name = "analysis_id"))
  @OrderColumn(name = "position")
  @Getter(AccessLevel.NONE)
  private List<Action> actions = new ArrayList<>();

  @Version
  private int version;

  /**
   * Why there is an analysis.
   *
   * @param occasion {@code week}, {@code month}, {@code year} or {@code cluster}
   * @param subject what three same complaints are about; null for the others
   */
  record Reason(String occasion, Period period, String subject) {
  }

  ComplaintAnalysis(String caseNumber, String processInstanceId, Reason reason, Instant countedAt) {
    this.caseNumber = caseNumber;
    this.processInstanceId = processInstanceId;
    this.countedAt = countedAt;
    occasion = reason.occasion();
    subject = reason.subject();
    period = reason.period().text();
    beginsOn = reason.period().first();
    endsBefore = reason.period().end();
  }

  /** Freezes what was counted. */
  void freeze(Map<String, BigDecimal> numbers, List<Figure> lines, List<Cause> counted) {
    total = numbers.get("count").intValueExact();
    closed = numbers.get("closed").intValueExact();
    open = numbers.get("open").intValueExact();
    inTimeRate = numbers.get("closedInTime");
    satisfactionRate = numbers.get("satisfied");
    repeatRate = numbers.get("repeated");
    cost = numbers.get("cost");
    figures.addAll(lines);
    causes.addAll(counted);
  }

  void judge(int position, String focus) {
    causes.get(position).judge(focus);
  }

  /**
   * Takes the specialist's word.
   *
   * @param numberOfOrders of the period; null when it is not known
   */
  void analyse(String text, Integer numberOfOrders, String by) {
    mustBe("analyse", Status.COUNTED, Status.ANALYSED, Status.REVIEWED);
    analysis = text;
    orders = numberOfOrders;
    complaintRate = numberOfOrders == null ? null : BigDecimal.valueOf(total).multiply(HUNDRED).divide(BigDecimal.valueOf(numberOfOrders), 1, RoundingMode.HALF_UP);
    analysedBy = by;
    status = Status.ANALYSED;
  }

  void review(List<Proposal> proposed, String by) {
    mustBe("review", Status.ANALYSED, Status.REVIEWED);
    propose(proposed);
    reviewedBy = by;
    status = Status.REVIEWED;
  }

  /** Takes corrected proposals. */
  void propose(List<Proposal> proposed) {
    proposals.clear();
    proposals.addAll(proposed);
  }

  void present(Instant when) {
    mustBe("present", Status.REVIEWED, Status.PRESENTED);
    presentedAt = when;
    status = Status.PRESENTED;
  }

  /**
   * Takes what is to be started.
   *
   * @throws FactsRefused when a cause that must be corrected has no correction (dt-complaint-focus)
   */
  void act(List<Action> chosen, UnaryOperator<String> causeNames) {
    mustBe("act", Status.PRESENTED);
    String missing = causes.stream().filter(Cause::needsCorrection).filter(cause -> chosen.stream().noneMatch(action -> action.corrects(cause.getCause())))
        .map(cause -> causeNames.apply(cause.getCause())).collect(Collectors.joining(", "));
    if (!missing.isEmpty()) {
      throw new FactsRefused("Actions 落實措施: a corrective action is obligatory for 下列原因必須啟動改善: " + missing);
    }
    actions.addAll(chosen);
    status = Status.ACTED;
  }

  /** The next action that was not ordered yet, which counts as ordered from now on. */
  Optional<Action> orderNext(Instant when) {
    Optional<Action> next = actions.stream().filter(action -> action.getOrderedAt() == null).findFirst();
    next.ifPresent(action -> action.order(when));
    return next;
  }

  /** Ends the analysis; repeating the same end changes nothing. */
  void end(Status outcome, Instant when) {
    if (status.compareTo(Status.COMPLETED) < 0) {
      status = outcome;
      endedAt = when;
    }
  }

  List<Figure> getFigures() {
    return List.copyOf(figures);
  }

  List<Cause> getCauses() {
    return List.copyOf(causes);
  }

  List<Proposal> getProposals() {
    return List.copyOf(proposals);
  }

  List<Action> getActions() {
    return List.copyOf(actions);
  }

  private void mustBe(String action, Status... allowed) {
    if (!List.of(allowed).contains(status)) {
      throw new IllegalStateException("Cannot " + action + ": " + caseNumber + " is " + status + ", not " + List.of(allowed) + ".");
    }
  }
}
