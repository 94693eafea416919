package dev.kefu.relationship.callback;

import dev.kefu.relationship.callback.Try.Outcome;
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
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** One call-back of a customer, from its plan to its outcome. */
@Entity
@Table(name = "relationship_callbacks")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class CallbackRecord {

  /** Where a call-back stands; the last five are ends. */
  enum Status {
    OPEN, PLANNED, APPOINTED, REACHED, COMPLETED, UNREACHABLE, REFUSED, WITHDRAWN, CANCELLED;

    boolean isEnd() {
      return compareTo(REACHED) > 0;
    }
  }

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;
  private String caseNumber;
  private String processInstanceId;
  private String reason;
  private String role;
  private String customerCode;
  private String purpose;
  private String way;
  private Instant plannedAt;
  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(name = "relationship_callback_tries", joinColumns = @JoinColumn(name = "callback_id"))
  @OrderColumn(name = "try_number")
  private List<Try> tries = new ArrayList<>();
  @Enumerated(EnumType.STRING)
  private Status status = Status.OPEN;
  private Integer satisfaction;
  private String followUp;
  private String followUpCase;
  private Instant openedAt;
  private Instant endedAt;
  @Version
  private int version;

  CallbackRecord(String caseNumber, String processInstanceId, String reason, String role, String customerCode, Instant openedAt) {
    this.caseNumber = caseNumber;
    this.processInstanceId = processInstanceId;
    this.reason = reason;
    this.role = role;
    this.customerCode = customerCode;
    this.openedAt = openedAt;
  }

  /**
   * Takes over purpose and way.
   *
   * @throws IllegalStateException when the customer was tried already, or the call-back has ended
   */
  void plan(String newPurpose, String newWay) {
    mustBe("plan", Status.OPEN, Status.PLANNED);
    purpose = newPurpose;
    way = newWay;
    status = Status.PLANNED;
  }

  /**
   * Appoints the next try.
   *
   * @param day the day of {@code when} where the enterprise works
   * @throws TryRefused when the customer was not reached on that day already
   * @throws IllegalStateException when the call-back is not planned, or the customer was reached
   */
  void appoint(Instant when, LocalDate day) {
    mustBe("appoint", Status.PLANNED, Status.APPOINTED);
    mustBeAnotherDay(day);
    plannedAt = when;
    status = Status.APPOINTED;
  }

  /**
   * Notes a try. Tries that do not reach the customer count once a day: they must fall on different days.
   *
   * @param howSatisfied 1 to 5 when the customer was reached, else null
   * @throws TryRefused when the customer was not reached today already, and now neither
   * @throws IllegalStateException when no try is appointed
   */
  void tried(Try attempt, Integer howSatisfied) {
    mustBe("note a try", Status.APPOINTED);
    if (attempt.outcome() == Outcome.NOT_REACHED) {
      mustBeAnotherDay(attempt.triedOn());
    }
    tries.add(attempt);
    if (attempt.outcome() == Outcome.REACHED) {
      satisfaction = howSatisfied;
      status = Status.REACHED;
    }
  }

  /** On how many days the customer was tried and not reached. */
  int daysNotReached() {
    return (int) tries.stream().filter(attempt -> attempt.outcome() == Outcome.NOT_REACHED).map(Try::triedOn).distinct().count();
  }

  /**
   * Takes over a corrected satisfaction; what followed from the earlier one stays.
   *
   * @throws IllegalStateException when the customer was not reached, or the call-back has ended
   */
  void correct(Integer howSatisfied) {
    mustBe("correct the satisfaction", Status.REACHED);
    satisfaction = howSatisfied;
  }

  /** The latest try; there must be one. */
  Try lastTry() {
    return tries.get(tries.size() - 1);
  }

  /**
   * Notes the case that was started because of what the customer said.
   *
   * @throws IllegalStateException when another one was started already, the customer was not reached, or the call-back has ended
   */
  void startedCase(String number) {
    mustBe("note the case that was started", Status.REACHED);
    if (followUpCase != null && !followUpCase.equals(number)) {
      throw new IllegalStateException(caseNumber + " started " + followUpCase + " already and cannot start " + number + ".");
    }
    followUpCase = number;
  }

  /**
   * Notes what followed.
   *
   * @throws IllegalStateException when the customer was not reached, or the call-back has ended
   */
  void follow(String what) {
    mustBe("note what followed", Status.REACHED);
    followUp = what;
  }

  /**
   * Ends the call-back; repeating the same end changes nothing.
   *
   * @throws IllegalStateException when it ended otherwise, or its tries do not bear the outcome
   */
  void end(Status outcome, Instant when) {
    if (status == outcome) {
      return;
    }
    boolean borne = switch (outcome) {
      case COMPLETED -> status == Status.REACHED;
      case UNREACHABLE -> lastIs(Outcome.NOT_REACHED);
      case REFUSED -> lastIs(Outcome.REFUSED);
      default -> outcome.isEnd();
    };
    if (status.isEnd() || !borne) {
      throw new IllegalStateException(caseNumber + " is " + status + " and cannot end as " + outcome + ".");
    }
    status = outcome;
    endedAt = when;
  }

  private boolean lastIs(Outcome outcome) {
    return !tries.isEmpty() && lastTry().outcome() == outcome;
  }

  private void mustBeAnotherDay(LocalDate day) {
    if (tries.stream().anyMatch(attempt -> attempt.triedOn().equals(day))) {
      throw new TryRefused("The customer was not reached on " + day + " already. Tries count on different days only: try again on another day."
          + " " + day + " 已嘗試且未聯絡到客戶；須於不同日期再次嘗試，請改日再聯絡。");
    }
  }

  private void mustBe(String action, Status... allowed) {
    if (!List.of(allowed).contains(status)) {
      throw new IllegalStateException("Cannot " + action + ": " + caseNumber + " is " + status + ".");
    }
  }
}
