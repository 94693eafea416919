package dev.kefu.engine.gate;

import dev.kefu.engine.RetiredProcesses;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.impl.ProcessInstantiationBuilderImpl;
import org.camunda.bpm.engine.impl.cmd.GetDeployedProcessDefinitionCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitStartFormCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessInstanceWithVariablesImpl;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Lets a person start a case with nothing in it: no data, no number, no other beginning, and no process whose file is gone. */
@Component
@RequiredArgsConstructor
class StartGuard implements CommandGuard {

  private final ObjectProvider<RetiredProcesses> retiredProcesses;

  @Override
  public Set<Class<?>> guards() {
    return Set.of(SubmitStartFormCmd.class, StartProcessInstanceCmd.class);
  }

  @Override
  public Object execute(Command<?> command, Person person, CommandContext context, Supplier<Object> proceed) {
    ProcessInstantiationBuilderImpl builder = CommandFields.get(command, "instantiationBuilder");
    ProcessDefinitionEntity process = builder == null
        ? context.getProcessEngineConfiguration().getDeploymentCache().findDeployedProcessDefinitionById(CommandFields.get(command, "processDefinitionId"))
        : new GetDeployedProcessDefinitionCmd(builder, false).execute(context);
    context.getProcessEngineConfiguration().getCommandCheckers().forEach(engineCheck -> engineCheck.checkCreateProcessInstance(process));
    Map<String, Object> variables = builder == null ? CommandFields.get(command, "variables") : builder.getVariables();
    if (variables != null && !variables.isEmpty()) {
      throw Refusal.badRequest("A case starts without data; its first task asks for them. 案件開始時不帶數據,請在第一個任務中填寫: "
          + String.join(", ", variables.keySet()));
    }
    String businessKey = builder == null ? CommandFields.get(command, "businessKey") : builder.getBusinessKey();
    if (businessKey != null && !businessKey.isEmpty() || builder != null && builder.getCaseInstanceId() != null) {
      throw Refusal.badRequest("The case gets its number by itself: leave the business key empty. 案號自動生成,請勿填寫業務鍵");
    }
    if (retiredProcesses.stream().anyMatch(retired -> retired.isRetired(process.getKey()))) {
      throw Refusal.badRequest("This procedure takes no new cases any more. 此流程已停用,不再受理新案件");
    }
    Object started = proceed.get();
    return started instanceof ProcessInstanceWithVariablesImpl instance
        ? new ProcessInstanceWithVariablesImpl(instance.getExecutionEntity(), Variables.createVariables()) : started;
  }
}
