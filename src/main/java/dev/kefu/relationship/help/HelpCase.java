package dev.kefu.relationship.help;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** One customer's need for help, from its recording to its outcome. */
@Entity
@Table(name = "relationship_help_cases")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class HelpCase {

  /** Where a case stands; the last four are ends. */
  enum Status {
    OPEN, ROUTED, SOLVED, UNSOLVED, WITHDRAWN, CANCELLED;

    boolean isEnd() {
      return compareTo(ROUTED) > 0;
    }
  }

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;
  private String caseNumber;
  private String processInstanceId;
  private String starter;
  private String kind;
  private String channel;
  private Instant receivedAt;
  private Instant wantedBy;
  private String customerCode;
  @Enumerated(EnumType.STRING)
  private Status status = Status.OPEN;
  private String route;
  private String owner;
  private int timesRouted;
  private String cooperationResult;
  private String reply;
  private Instant openedAt;
  private Instant endedAt;
  @Version
  private int version;

  HelpCase(String caseNumber, String processInstanceId, String starter, Need need, Instant openedAt) {
    this.caseNumber = caseNumber;
    this.processInstanceId = processInstanceId;
    this.starter = starter;
    this.openedAt = openedAt;
    take(need);
  }

  private void take(Need need) {
    kind = need.kind();
    channel = need.channel();
    receivedAt = need.receivedAt().toInstant();
    wantedBy = need.due().toInstant();
  }

  /**
   * Takes a corrected need; way and owner stay.
   *
   * @throws IllegalStateException when the case has ended
   */
  void correct(Need need) {
    mustRun("correct");
    take(need);
  }

  /**
   * Sends the case on its way, at first or again.
   *
   * @param newOwner user id of the specialist in charge, or null while it is the group's
   * @throws IllegalStateException when the case has ended
   */
  void route(String customer, String newRoute, String newOwner) {
    mustRun("route");
    customerCode = customer;
    route = newRoute;
    owner = newOwner;
    timesRouted++;
    status = Status.ROUTED;
  }

  /**
   * Notes what a department did.
   *
   * @throws IllegalStateException when the case was not routed or has ended
   */
  void noteCooperation(String result) {
    mustBeRouted("note a department's result");
    cooperationResult = result;
  }

  /**
   * Notes the customer's word.
   *
   * @param confirmed {@code solved} or {@code unsolved}
   * @throws IllegalStateException when the case was not routed or has ended
   */
  void noteReply(String confirmed) {
    mustBeRouted("note the customer's reply");
    reply = confirmed;
  }

  /**
   * Ends the case; repeating the same end changes nothing.
   *
   * @throws IllegalStateException when it ended otherwise, or is to be solved without the customer's word
   */
  void end(Status outcome, Instant when) {
    if (status == outcome) {
      return;
    }
    mustRun("end as " + outcome);
    if (outcome == Status.SOLVED && !"solved".equals(reply)) {
      throw new IllegalStateException(caseNumber + " cannot be solved: the customer has not confirmed it.");
    }
    status = outcome;
    endedAt = when;
  }

  private void mustRun(String action) {
    if (status.isEnd()) {
      throw new IllegalStateException("Cannot " + action + ": " + caseNumber + " has ended as " + status + ".");
    }
  }

  private void mustBeRouted(String action) {
    if (status != Status.ROUTED) {
      throw new IllegalStateException("Cannot " + action + ": " + caseNumber + " is " + status + ", not ROUTED.");
    }
  }
}
