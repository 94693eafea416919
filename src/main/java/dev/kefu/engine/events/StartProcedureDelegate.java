package dev.kefu.engine.events;

import dev.kefu.audit.AuditRecord;
import dev.kefu.audit.AuditRecord.Kind;
import dev.kefu.audit.AuditTrail;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The step "start a procedure beside this case" of any process: a case of its own, with its own number, that nobody waits for. Input parameters:
 * {@code process}, its id; every other one is handed over under its name. All happens in the transaction of the step, so that the case is started
 * with it or not at all. The cases name each other in their comments.
 */
@Component
@RequiredArgsConstructor
class StartProcedureDelegate implements JavaDelegate {

  private static final String PROCESS = "process";

  private final ObjectProvider<AuditTrail> auditTrail;

  @Override
  public void execute(DelegateExecution execution) {
    VariableMap handedOver = execution.getVariablesLocalTyped();
    String process = (String) handedOver.remove(PROCESS);
    ProcessInstance started = execution.getProcessEngineServices().getRuntimeService().startProcessInstanceByKey(process, handedOver);
    comment(execution, execution.getProcessInstanceId(), "Started 已啟動: " + nameOf(started));
    comment(execution, started.getId(), "Started by 來源案件: " + execution.getProcessBusinessKey());
    auditTrail.getObject().write(new AuditRecord(Kind.OPERATION, Context.getCommandContext().getAuthenticatedUserId(), "startProcedure", "processInstance", started.getId(),
        execution.getProcessBusinessKey(), Map.of(PROCESS, process)));
  }

  private static void comment(DelegateExecution execution, String processInstanceId, String text) {
    execution.getProcessEngineServices().getTaskService().createComment(null, processInstanceId, text);
  }

  private static String nameOf(ProcessInstance started) {
    return started.getBusinessKey() == null ? started.getId() : started.getBusinessKey();
  }
}
