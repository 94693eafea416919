package dev.kefu.information.leak;

import dev.kefu.engine.FactsRefused;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** One leak or loss of customer data (P74), from its report to its end. */
@Entity
@Table(name = "information_leaks")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class InformationLeak {

  /** Where the handling stands; the last four are ends. */
  enum Status {
    REPORTED, INVESTIGATED, DECIDED, CLOSED, FALSE_ALARM, WITHDRAWN, CANCELLED;

    boolean isEnd() {
      return compareTo(DECIDED) > 0;
    }
  }

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;
  private String caseNumber;
  private String processInstanceId;
  private String complaintNumber;
  private String finder;
  private String kind;
  private String grade;
  private int customersAffected;
  private Integer leakLevel;
  private Instant foundAt;
  private Instant reportedAt;
  private Instant containedAt;
  private Instant informedAt;
  private boolean harmLikely;
  private boolean toBeTold;
  private LocalDate toldOn;
  private BigDecimal loss;
  private int sanctions;
  private boolean improved;
  @Enumerated(EnumType.STRING)
  private Status status = Status.REPORTED;
  private Instant endedAt;
  @Version
  private int version;

  /**
   * Opens the leak.
   *
   * @param complaintNumber of the complaint that brought it; null when a person reports it
   * @param reportedAt now
   * @throws FactsRefused found after now
   */
  InformationLeak(String caseNumber, String processInstanceId, String complaintNumber, LeakReport report, Instant reportedAt) {
    this.caseNumber = caseNumber;
    this.processInstanceId = processInstanceId;
    this.complaintNumber = complaintNumber;
    this.reportedAt = reportedAt;
    take(report);
    customersAffected = report.customersAffected();
  }

  private void take(LeakReport report) {
    if (report.foundAt().toInstant().isAfter(reportedAt)) {
      throw new FactsRefused("Found on 發現時間: lies after the report. 不得晚於報告時間");
    }
    finder = report.finder();
    kind = report.kind();
    grade = report.grade();
    foundAt = report.foundAt().toInstant();
  }

  /** Takes a corrected report. The number of customers that the inquiry found stays, and so does the level: who was to be told, and how soon, is past. */
  void correct(LeakReport report) {
    mustRun("correct");
    take(report);
    if (status == Status.REPORTED) {
      customersAffected = report.customersAffected();
    }
  }

  /** Notes what the table leak-level says. */
  void grade(int level) {
    mustBe("grade", Status.REPORTED);
    leakLevel = level;
  }

  /** Notes that the spread is stopped; a second time changes nothing. */
  void contain(Instant when) {
    mustBe("contain", Status.REPORTED);
    if (containedAt == null) {
      containedAt = when;
    }
  }

  /**
   * Notes, also anew, when the general manager's office was told.
   *
   * @param harmLikely whether customers are to be told
   * @param now the present
   * @throws FactsRefused told before the leak was found, or after now; another judgement of the harm than the one that was acted on
   * @throws IllegalStateException before the level is known
   */
  void inform(LeakInforming informing, Instant now) {
    mustRun("inform");
    if (leakLevel == null) {
      throw new IllegalStateException("Cannot inform: " + caseNumber + " has no level.");
    }
    Instant told = informing.reportedAt().toInstant();
    if (told.isBefore(foundAt) || told.isAfter(now)) {
      throw new FactsRefused("Told on 上報時間: lies before the leak was found, or in the future. 不得早於發現時間或晚於現在");
    }
    if (informedAt != null && harmLikely != informing.isHarmLikely()) {
      throw new FactsRefused("Whether harm is likely is acted on already; the general manager can have the customers told with the decision. 已按原判斷辦理,可由總經理於處理決定中安排告知客戶");
    }
    informedAt = told;
    harmLikely = informing.isHarmLikely();
    toBeTold |= harmLikely;
  }

  /**
   * Notes, also anew, what the inquiry found.
   *
   * @throws FactsRefused when it is said to be a false alarm: that ends the case instead
   * @throws IllegalStateException before it is contained and the general manager's office told
   */
  void investigate(LeakFinding finding) {
    mustRun("investigate");
    if (containedAt == null || informedAt == null) {
      throw new IllegalStateException("Cannot investigate: " + caseNumber + " is not contained, or nobody was told of it.");
    }
    if (!finding.isConfirmed()) {
      throw new FactsRefused("The leak was confirmed and is dealt with; a false alarm is no correction. 已按確認洩密辦理,不能更正為誤報");
    }
    loss = finding.loss();
    customersAffected = finding.customersAffected();
    if (status == Status.REPORTED) {
      status = Status.INVESTIGATED;
    }
  }

  /**
   * Notes the decision; a second time changes nothing.
   *
   * @throws IllegalStateException before the inquiry
   */
  void decide(LeakDecision decision) {
    mustBe("decide", Status.INVESTIGATED, Status.DECIDED);
    sanctions = decision.sanctions();
    toBeTold |= decision.asksToTell();
    status = Status.DECIDED;
  }

  /**
   * Takes a corrected decision: how many persons are to be penalised.
   *
   * @throws FactsRefused what was acted on: whether anybody is penalised, whether customers are told
   */
  void correct(LeakDecision decision) {
    mustBe("correct", Status.DECIDED);
    if (decision.sanctions() > 0 != sanctions > 0 || decision.asksToTell() && !toBeTold || "no".equals(decision.tellCustomers()) && toBeTold) {
      throw new FactsRefused("Whether somebody is penalised and whether customers are told is acted on already. 是否處罰及是否告知客戶已按原決定辦理");
    }
    sanctions = decision.sanctions();
  }

  /**
   * Notes, also anew, that the customers were told.
   *
   * @param today the present day
   * @param zone in which the day of the finding is meant
   * @throws FactsRefused a day before the leak was found, or to come
   */
  void tell(LocalDate on, LocalDate today, ZoneId zone) {
    mustRun("tell");
    if (on.isBefore(LocalDate.ofInstant(foundAt, zone)) || on.isAfter(today)) {
      throw new FactsRefused("Told on 告知日期: lies before the leak was found, or in the future. 不得早於發現日期或晚於今日");
    }
    toldOn = on;
  }

  /** Notes whether the measures were improved. */
  void improve(boolean done) {
    mustBe("improve", Status.DECIDED);
    improved = done;
  }

  /** From the report to the containment; null until then. */
  Duration timeToContain() {
    return containedAt == null ? null : Duration.between(reportedAt, containedAt);
  }

  /**
   * Ends the leak; repeating the same end changes nothing.
   *
   * @throws IllegalStateException when it ended otherwise; closed before the decision or with customers left to tell; a false alarm after the decision;
   *     withdrawn after it was contained
   */
  void end(Status outcome, Instant when) {
    if (status == outcome) {
      return;
    }
    mustRun("end as " + outcome);
    boolean possible = switch (outcome) {
      case CLOSED -> status == Status.DECIDED && (toldOn != null || !toBeTold);
      case FALSE_ALARM -> status != Status.DECIDED;
      case WITHDRAWN -> containedAt == null;
      default -> outcome.isEnd();
    };
    if (!possible) {
      throw new IllegalStateException(caseNumber + " is " + status + " and cannot end as " + outcome + ".");
    }
    status = outcome;
    endedAt = when;
  }

  private void mustRun(String action) {
    if (status.isEnd()) {
      throw new IllegalStateException("Cannot " + action + ": " + caseNumber + " has ended as " + status + ".");
    }
  }

  private void mustBe(String action, Status... allowed) {
    if (!List.of(allowed).contains(status)) {
      throw new IllegalStateException("Cannot " + action + ": " + caseNumber + " is " + status + ".");
    }
  }
}
