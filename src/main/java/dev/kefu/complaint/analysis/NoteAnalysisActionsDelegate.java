package dev.kefu.complaint.analysis;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.FormData;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes what the supervisor starts; what the table complaint-focus demands cannot be left out. */
@Component
@RequiredArgsConstructor
class NoteAnalysisActionsDelegate implements JavaDelegate {

  private final Analyses analyses;

  @Override
  @Transactional
  public void execute(DelegateExecution execution) {
    Actions form = FormData.read(execution, "action", Actions.class);
    analyses.get((Long) execution.getVariable("analysisId")).act(form.actions(), Analyses::causeName);
  }

  /** The form complaint-analysis-act. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Actions(List<Action> actions) {

    Actions {
      actions = actions == null ? List.of() : List.copyOf(actions);
    }
  }
}
