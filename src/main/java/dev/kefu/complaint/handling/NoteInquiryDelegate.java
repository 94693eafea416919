package dev.kefu.complaint.handling;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.complaint.handling.NoteComplaintReportDelegate.Share;
import dev.kefu.complaint.shares.Shares;
import dev.kefu.engine.FormData;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes findings and cause into the ledger and puts them into words for the steps that follow. */
@Component
@RequiredArgsConstructor
class NoteInquiryDelegate implements JavaDelegate {

  private final Complaints complaints;

  @Override
  public void execute(DelegateExecution execution) {
    ComplaintCase complaint = complaints.get((Long) execution.getVariable("complaintId"));
    Investigation investigation = FormData.read(execution, "investigation", Investigation.class);
    String statement = FormData.read(execution, "departmentInquiry", Statement.class).departmentStatement();
    investigation.check();
    complaint.investigate(investigation.founded(), investigation.causeCategory());
    execution.setVariable("founded", investigation.founded());
    execution.setVariable("causeCategory", investigation.causeCategory());
    execution.setVariable("inquiryFacts", ComplaintFacts.inquiry(investigation.facts(), investigation.cause(), statement));
  }

  /**
   * The form complaint-handling-inquiry-investigate.
   *
   * @param facts course and facts
   * @param founded {@code founded}, {@code partly} or {@code unfounded}
   * @param cause absent when unfounded; so is the next
   * @param causeCategory code of the kind of cause
   * @param responsiblePersons their shares, absent when unfounded
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Investigation(String facts, String founded, String cause, String causeCategory, List<Share> responsiblePersons) {

    /** Refuses shares that do not add up. */
    void check() {
      Shares.mustBeWhole("Responsible persons 責任人", responsiblePersons == null ? List.of() : responsiblePersons.stream().map(Share::share).toList());
    }
  }

  /**
   * The form complaint-handling-inquiry-investigate-department.
   *
   * @param departmentStatement what the department says
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Statement(String departmentStatement) {
  }
}
