package dev.kefu.complaint.handling;

import dev.kefu.complaint.handling.NoteComplaintProposalDelegate.Proposal;
import dev.kefu.complaint.handling.NoteComplaintReportDelegate.Report;
import dev.kefu.complaint.handling.NoteInquiryDelegate.Investigation;
import dev.kefu.engine.CaseCorrected;
import dev.kefu.engine.CaseVariables;
import dev.kefu.engine.FormData;
import java.time.Clock;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings what the ledger keeps of a form in step with its correction, in the same transaction. Grade, handler and approver stay as they were decided. */
@Component
@RequiredArgsConstructor
class ComplaintCorrectionListener {

  private final Complaints complaints;
  private final RuntimeService runtimeService;
  private final Clock clock;

  @EventListener
  @Transactional
  void on(CaseCorrected corrected) {
    if (corrected.processKey().startsWith(Complaints.PROCESS) && runtimeService.getVariable(corrected.processInstanceId(), "complaintId") instanceof Long id) {
      follow(complaints.get(id), corrected.processInstanceId(), corrected.root());
    }
  }

  private void follow(ComplaintCase complaint, String instance, String root) {
    Object form = runtimeService.getVariable(instance, root);
    switch (root) {
      case "reception" -> complaint.correct(FormData.read(form, root, Reception.class));
      case "registration" -> complaint.register(FormData.read(form, root, Registration.class), (String) runtimeService.getVariable(instance, CaseVariables.CUSTOMER_CODE), clock.instant());
      case "investigation" -> {
        Investigation investigation = FormData.read(form, root, Investigation.class);
        investigation.check();
        complaint.investigate(investigation.founded(), investigation.causeCategory());
      }
      case "proposal" -> {
        Proposal proposal = FormData.read(form, root, Proposal.class);
        complaint.propose(proposal.remedies(), proposal.amount());
      }
      case "report" -> complaint.report(complaint.getReporter(), FormData.read(form, root, Report.class), clock.instant());
      default -> {
        // The ledger keeps nothing of the other forms.
      }
    }
  }
}
