package dev.kefu.complaint.handling;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.FormData;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Ties a merged complaint to the one that is kept; whoever works on that one finds a comment. */
@Component
@RequiredArgsConstructor
class NoteComparisonDelegate implements JavaDelegate {

  private final Complaints complaints;
  private final TaskService tasks;
  private final RuntimeService runtime;

  @Override
  public void execute(DelegateExecution execution) {
    ComplaintCase complaint = complaints.get((Long) execution.getVariable("complaintId"));
    Comparison comparison = FormData.read(execution, "comparison", Comparison.class);
    boolean merged = "merge".equals(comparison.decision());
    if (merged) {
      complaint.mergeInto(complaints.byNumber(comparison.keptCase()));
      comment(comparison.keptCase(), "Merged into this case 併入本案: " + complaint.getCaseNumber() + " — " + complaint.getContent());
      comment(complaint.getCaseNumber(), "Merged into 併入: " + comparison.keptCase());
    }
    execution.setVariable("merged", merged);
  }

  /** Comments are shown with the tasks of one instance, so that each running part of the case gets it. */
  private void comment(String caseNumber, String text) {
    runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseNumber).list().forEach(instance -> tasks.createComment(null, instance.getId(), text));
  }

  /**
   * The form complaint-handling-duplicates-compare.
   *
   * @param decision {@code distinct} or {@code merge}
   * @param keptCase number of the complaint that goes on, or null
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Comparison(String decision, String keptCase) {
  }
}
