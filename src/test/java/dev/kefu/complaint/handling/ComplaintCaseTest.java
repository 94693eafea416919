package dev.kefu.complaint.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.kefu.complaint.handling.ComplaintCase.Status;
import dev.kefu.complaint.handling.NoteComplaintReportDelegate.Report;
import dev.kefu.complaint.handling.NoteComplaintReportDelegate.Share;
import dev.kefu.engine.FactsRefused;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComplaintCaseTest {

  private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");
  private final ComplaintCase complaint = received();

  @Test
  void assignedOnceAndOnceMoreAfterTheCallBack() {
    assigned(complaint);
    solveByExplanation();
    review();
    assertThat(complaint.callBack(2, true, NOW)).isTrue();
    complaint.assign("bob", NOW);
    assertThat(complaint.getSolvedAt()).isNull();
    assertThat(complaint.getHandler()).isEqualTo("bob");
    solveByExplanation();
    review();
    assertThat(complaint.callBack(1, true, NOW)).isFalse();
    assertThatThrownBy(() -> complaint.assign("eve", NOW)).hasMessageContaining("once is the most");
  }

  @Test
  void personComplainedAboutIsNoHandler() {
    complaint.register(new Registration("complaint", "serviceAttitude", null, null, null, List.of("mallory")), "C000001", NOW);
    complaint.grade("ordinary", "complaint-supervisor", NOW, NOW);
    assertThatThrownBy(() -> complaint.assign("mallory", NOW)).hasMessageContaining("complained about");
  }

  @Test
  void eachBearsItsShareOfTheLoss() {
    assigned(complaint);
    solveByExplanation();
    complaint.report("ann", new Report(new BigDecimal("100.00"), "accepted", List.of(new Share("logistics", null, new BigDecimal("33.33")),
        new Share("production", "Bob", new BigDecimal("66.67")))), NOW);
    assertThat(complaint.getShares()).extracting(LossShare::getDepartment, LossShare::getPerson, LossShare::getLoss)
        .containsExactly(tuple("logistics", null, new BigDecimal("33.33")), tuple("production", "Bob", new BigDecimal("66.67")));
    Report half = new Report(BigDecimal.TEN, "accepted", List.of(new Share("logistics", null, BigDecimal.valueOf(50))));
    assertThatThrownBy(() -> complaint.report("ann", half, NOW)).isInstanceOf(FactsRefused.class).hasMessageContaining("add up to 50 %");
    assertThat(complaint.getLossAmount()).isEqualTo("100.00");
  }

  @Test
  void closedOnlyAfterTheReview() {
    assigned(complaint);
    assertThatThrownBy(() -> complaint.end(Status.CLOSED, NOW)).hasMessageContaining("cannot end as CLOSED");
    solveByExplanation();
    assertThatThrownBy(() -> complaint.review(false, false, NOW)).hasMessageContaining("no report");
    review();
    complaint.end(Status.CLOSED, NOW);
    complaint.end(Status.CLOSED, NOW);
    assertThat(complaint.getEndedAt()).isEqualTo(NOW);
    assertThatThrownBy(() -> complaint.end(Status.CANCELLED, NOW)).hasMessageContaining("has ended as CLOSED");
    assertThatThrownBy(() -> complaint.withdraw("late")).hasMessageContaining("has ended");
  }

  @Test
  void eachEndNeedsItsGround() {
    assigned(complaint);
    for (Status end : List.of(Status.MERGED, Status.EXTERNAL, Status.NO_CONTACT, Status.WITHDRAWN)) {
      assertThatThrownBy(() -> complaint.end(end, NOW)).hasMessageContaining("what this end needs is not noted");
    }
    complaint.escalate(NOW);
    assertThatThrownBy(() -> complaint.end(Status.EXTERNAL, NOW)).hasMessageContaining("cannot end as EXTERNAL");
    complaint.decideEscalation("court: District court 區法院");
    complaint.end(Status.EXTERNAL, NOW);
    assertThat(complaint.getStatus()).isEqualTo(Status.EXTERNAL);
  }

  @Test
  void escalationTakesBackWhatWasAgreed() {
    assigned(complaint);
    complaint.propose(List.of("apology", "compensation"), new BigDecimal("200.00"));
    complaint.solve("remedied", NOW);
    assertThat(complaint.escalate(NOW)).isEqualTo(1);
    assertThat(complaint.getSolvedAt()).isNull();
    assertThat(complaint.getStatus()).isEqualTo(Status.ASSIGNED);
  }

  @Test
  void remedyMustHaveBeenProposed() {
    assigned(complaint);
    assertThatThrownBy(() -> complaint.solve("remedied", NOW)).hasMessageContaining("none was proposed");
  }

  @Test
  void attemptsCountSinceTheLastAnswerAndAreKeptOnce() {
    assigned(complaint);
    complaint.keepContacts(List.of(contact("2026-11-24T09:00+08:00", false), contact("2026-11-24T10:00+08:00", true), contact("2026-11-24T11:00+08:00", false)));
    complaint.keepContacts(List.of(contact("2026-11-24T11:00+08:00", false), contact("2026-11-25T11:00+08:00", false)));
    assertThat(complaint.getContacts()).hasSize(4);
    assertThat(complaint.attemptsInVain()).containsExactly(Instant.parse("2026-11-24T03:00:00Z"), Instant.parse("2026-11-25T03:00:00Z"));
    assertThat(complaint.getRespondedAt()).isEqualTo("2026-11-24T02:00:00Z");
  }

  @Test
  void newDateIsToldInTimeOrNot() {
    assigned(complaint);
    complaint.promise(LocalDate.of(2026, 12, 1), "Part on its way 配件在途", NOW.plus(7, ChronoUnit.DAYS), NOW);
    complaint.promise(LocalDate.of(2026, 12, 9), "Still 仍在途", NOW.plus(15, ChronoUnit.DAYS), NOW.plus(8, ChronoUnit.DAYS));
    assertThat(complaint.getPromises()).extracting(Promise::isToldInTime).containsExactly(true, false);
    assertThat(complaint.getSolveDue()).isEqualTo(NOW.plus(15, ChronoUnit.DAYS));
  }

  @Test
  void onlyWhatWasClosedWithoutContactIsReopened() {
    ComplaintCase earlier = received();
    ComplaintCase later = received();
    assertThatThrownBy(() -> later.reopen(earlier)).hasMessageContaining("not NO_CONTACT");
    assigned(earlier);
    earlier.keepContacts(List.of(contact("2026-11-24T09:00+08:00", false)));
    earlier.end(Status.NO_CONTACT, NOW);
    later.reopen(earlier);
    assertThat(later.getReopens()).isEqualTo(earlier.getCaseNumber());
    assertThat(earlier.getReopenedBy()).isEqualTo(later.getCaseNumber());
  }

  @Test
  void reportOfAWithdrawnComplaintNeedsNoSolution() {
    complaint.withdraw("Changed mind 改變主意");
    complaint.report("ann", new Report(BigDecimal.ZERO, "accepted", null), NOW);
    complaint.review(false, false, NOW);
    complaint.end(Status.WITHDRAWN, NOW);
    assertThat(complaint.getStatus()).isEqualTo(Status.WITHDRAWN);
  }

  @Test
  void gradeIsRaisedWithItsTimeAndNeverLowered() {
    assigned(complaint);
    complaint.raise("major", NOW.plus(5, ChronoUnit.DAYS));
    assertThat(complaint.getSeverity()).isEqualTo("major");
    assertThat(complaint.getSolveDue()).isEqualTo(NOW.plus(5, ChronoUnit.DAYS));
    complaint.raise("urgent", NOW.plus(1, ChronoUnit.DAYS));
    complaint.raise("major", NOW.plus(9, ChronoUnit.DAYS));
    assertThat(complaint.getSeverity()).isEqualTo("urgent");
    assertThat(complaint.getSolveDue()).isEqualTo(NOW.plus(1, ChronoUnit.DAYS));
  }

  @Test
  void complaintIsNotWithdrawnWhileItsRemedyIsCarriedOut() {
    assigned(complaint);
    complaint.propose(List.of("rework"), BigDecimal.ZERO);
    complaint.solve("remedied", NOW);
    assertThatThrownBy(() -> complaint.withdraw("Changed mind 改變主意")).isInstanceOf(FactsRefused.class).hasMessageContaining("too late to withdraw");
    complaint.escalate(NOW);
    complaint.withdraw("Changed mind 改變主意");
    assertThat(complaint.getSettlement()).isEqualTo("withdrawn");
  }

  private void solveByExplanation() {
    complaint.investigate("unfounded", null);
    complaint.solve("explained", NOW);
  }

  private void review() {
    complaint.report("ann", new Report(BigDecimal.TEN, "accepted", List.of()), NOW);
    complaint.review(false, false, NOW);
  }

  private static void assigned(ComplaintCase complaint) {
    complaint.register(new Registration("complaint", "other", null, null, null, null), "C000001", NOW);
    complaint.acknowledge(true, NOW);
    complaint.grade("ordinary", "complaint-specialist", NOW, NOW);
    complaint.assign("ann", NOW);
  }

  private static CustomerContact contact(String time, boolean answered) {
    return new CustomerContact(new CustomerContact.Row(OffsetDateTime.parse(time), "phone", answered, "Call 電話", null));
  }

  private static ComplaintCase received() {
    return new ComplaintCase("CMP-2026-000001", "instance", "agent", new Reception(false, "Blue Lake Foods", null, null, OffsetDateTime.parse("2026-11-24T09:30+08:00"), "phone", null,
      "The pump leaks oil. 水泵漏油。", "It should not 不應如此", "Pump", null, List.of("repair"), null, false, false, false), NOW);
  }
}
