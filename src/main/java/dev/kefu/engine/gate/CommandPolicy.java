package dev.kefu.engine.gate;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.impl.AbstractNativeQuery;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.HistoricTaskInstanceQueryImpl;
import org.camunda.bpm.engine.impl.SetAnnotationForOperationLog;
import org.camunda.bpm.engine.impl.TablePageQueryImpl;
import org.camunda.bpm.engine.impl.UserOperationLogQueryImpl;
import org.camunda.bpm.engine.impl.batch.RestartProcessInstancesBatchCmd;
import org.camunda.bpm.engine.impl.batch.history.DeleteHistoricBatchCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractSetTaskPropertyCmd;
import org.camunda.bpm.engine.impl.cmd.ActivityAfterInstantiationCmd;
import org.camunda.bpm.engine.impl.cmd.ActivityBeforeInstantiationCmd;
import org.camunda.bpm.engine.impl.cmd.ActivityCancellationCmd;
import org.camunda.bpm.engine.impl.cmd.ActivityInstanceCancellationCmd;
import org.camunda.bpm.engine.impl.cmd.AddCommentCmd;
import org.camunda.bpm.engine.impl.cmd.AddUserIdentityLinkCmd;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteExternalTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CorrelateAllMessageCmd;
import org.camunda.bpm.engine.impl.cmd.CorrelateMessageCmd;
import org.camunda.bpm.engine.impl.cmd.CreateAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.CreateIncidentCmd;
import org.camunda.bpm.engine.impl.cmd.CreateMigrationPlanCmd;
import org.camunda.bpm.engine.impl.cmd.DelegateTaskCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteDeploymentCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteHistoricProcessInstancesCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteHistoricTaskInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteHistoricVariableInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteHistoricVariableInstancesByProcessInstanceIdCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteProcessDefinitionsByIdsCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteProcessDefinitionsByKeyCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteProcessInstanceCommentCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteTaskCommentCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteUserOperationLogEntryCmd;
import org.camunda.bpm.engine.impl.cmd.DeployCmd;
import org.camunda.bpm.engine.impl.cmd.EvaluateStartConditionCmd;
import org.camunda.bpm.engine.impl.cmd.FetchExternalTasksCmd;
import org.camunda.bpm.engine.impl.cmd.GetAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.GetAttachmentContentCmd;
import org.camunda.bpm.engine.impl.cmd.GetExecutionVariableCmd;
import org.camunda.bpm.engine.impl.cmd.GetExecutionVariableTypedCmd;
import org.camunda.bpm.engine.impl.cmd.GetExecutionVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.GetProcessInstanceAttachmentsCmd;
import org.camunda.bpm.engine.impl.cmd.GetProcessInstanceCommentsCmd;
import org.camunda.bpm.engine.impl.cmd.GetRenderedStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.GetRenderedTaskFormCmd;
import org.camunda.bpm.engine.impl.cmd.GetStartFormVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskAttachmentContentCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskAttachmentsCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskCommentCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskCommentsCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskEventsCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskFormVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskVariableCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskVariableCmdTyped;
import org.camunda.bpm.engine.impl.cmd.GetTaskVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.GetTopicNamesCmd;
import org.camunda.bpm.engine.impl.cmd.HandleExternalTaskBpmnErrorCmd;
import org.camunda.bpm.engine.impl.cmd.HandleExternalTaskFailureCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskBpmnErrorCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskEscalationCmd;
import org.camunda.bpm.engine.impl.cmd.HistoryCleanupCmd;
import org.camunda.bpm.engine.impl.cmd.MessageEventReceivedCmd;
import org.camunda.bpm.engine.impl.cmd.ModifyProcessInstanceAsyncCmd;
import org.camunda.bpm.engine.impl.cmd.ModifyProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.PatchExecutionVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.PatchTaskVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.ProcessInstanceModificationBatchCmd;
import org.camunda.bpm.engine.impl.cmd.ProcessInstanceModificationCmd;
import org.camunda.bpm.engine.impl.cmd.RemoveExecutionVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.RemoveTaskVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.ResolveTaskCmd;
import org.camunda.bpm.engine.impl.cmd.RestartProcessInstancesCmd;
import org.camunda.bpm.engine.impl.cmd.SaveAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.SaveAuthorizationCmd;
import org.camunda.bpm.engine.impl.cmd.SaveTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SetExecutionVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.SetProcessDefinitionVersionCmd;
import org.camunda.bpm.engine.impl.cmd.SetTaskOwnerCmd;
import org.camunda.bpm.engine.impl.cmd.SetTaskVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.SetUserInfoCmd;
import org.camunda.bpm.engine.impl.cmd.SignalCmd;
import org.camunda.bpm.engine.impl.cmd.SignalEventReceivedCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceAtActivitiesCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.cmd.TransitionInstanceCancellationCmd;
import org.camunda.bpm.engine.impl.cmd.TransitionInstantiationCmd;
import org.camunda.bpm.engine.impl.cmd.UpdateCommentCmd;
import org.camunda.bpm.engine.impl.cmd.UpdateDecisionDefinitionHistoryTimeToLiveCmd;
import org.camunda.bpm.engine.impl.cmd.UpdateProcessDefinitionHistoryTimeToLiveCmd;
import org.camunda.bpm.engine.impl.cmd.batch.CorrelateAllMessageBatchCmd;
import org.camunda.bpm.engine.impl.cmd.batch.DeleteHistoricProcessInstancesBatchCmd;
import org.camunda.bpm.engine.impl.cmd.batch.removaltime.SetRemovalTimeToHistoricBatchesCmd;
import org.camunda.bpm.engine.impl.cmd.batch.removaltime.SetRemovalTimeToHistoricDecisionInstancesCmd;
import org.camunda.bpm.engine.impl.cmd.batch.removaltime.SetRemovalTimeToHistoricProcessInstancesCmd;
import org.camunda.bpm.engine.impl.cmd.batch.variables.SetVariablesToProcessInstancesBatchCmd;
import org.camunda.bpm.engine.impl.cmmn.cmd.CaseExecutionVariableCmd;
import org.camunda.bpm.engine.impl.cmmn.cmd.CloseCaseInstanceCmd;
import org.camunda.bpm.engine.impl.cmmn.cmd.CompleteCaseExecutionCmd;
import org.camunda.bpm.engine.impl.cmmn.cmd.CreateCaseInstanceCmd;
import org.camunda.bpm.engine.impl.cmmn.cmd.DisableCaseExecutionCmd;
import org.camunda.bpm.engine.impl.cmmn.cmd.GetCaseExecutionVariableCmd;
import org.camunda.bpm.engine.impl.cmmn.cmd.GetCaseExecutionVariableTypedCmd;
import org.camunda.bpm.engine.impl.cmmn.cmd.GetCaseExecutionVariablesCmd;
import org.camunda.bpm.engine.impl.cmmn.cmd.ManualStartCaseExecutionCmd;
import org.camunda.bpm.engine.impl.cmmn.cmd.ReenableCaseExecutionCmd;
import org.camunda.bpm.engine.impl.cmmn.cmd.TerminateCaseExecutionCmd;
import org.camunda.bpm.engine.impl.dmn.cmd.DeleteHistoricDecisionInstanceByDefinitionIdCmd;
import org.camunda.bpm.engine.impl.dmn.cmd.DeleteHistoricDecisionInstanceByInstanceIdCmd;
import org.camunda.bpm.engine.impl.dmn.cmd.DeleteHistoricDecisionInstancesBatchCmd;
import org.camunda.bpm.engine.impl.dmn.cmd.DeleteHistoricDecisionInstancesBulkCmd;
import org.camunda.bpm.engine.impl.dmn.cmd.EvaluateDecisionCmd;
import org.camunda.bpm.engine.impl.dmn.cmd.EvaluateDecisionTableCmd;
import org.camunda.bpm.engine.impl.jobexecutor.historycleanup.HistoryCleanupSchedulerCmd;
import org.camunda.bpm.engine.impl.metrics.MetricsQueryImpl;
import org.camunda.bpm.engine.impl.migration.MigrateProcessInstanceCmd;
import org.camunda.bpm.engine.impl.migration.batch.MigrateProcessInstanceBatchCmd;

/**
 * The one reviewed table of what persons may make the engine do by hand. A class that stands here with a family (an abstract class) speaks
 * for all its sub-classes that do not stand here themselves, and a class for those nested in it. A command of the engine that can carry something into a case and is not
 * found here is refused.
 */
final class CommandPolicy {

  private static final CommandPolicy TABLE = new CommandPolicy();

  /**
   * What happens to a command class.
   *
   * @param verdict what the gate does
   * @param reason why; of a refused one, what it does, as the person is told
   */
  record Rule(Verdict verdict, String reason) {
  }

  private final Map<Class<?>, Rule> rules = new HashMap<>();

  private CommandPolicy() {
    checked("what a person submits is checked against the form of the task",
        SubmitTaskFormCmd.class, CompleteTaskCmd.class, ResolveTaskCmd.class);
    checked("a start carries nothing; the first step asks", SubmitStartFormCmd.class, StartProcessInstanceCmd.class);
    checked("a task belongs to a case and is not given to whom four eyes bars from it", SaveTaskCmd.class);
    checked("a task is not given to whom four eyes bars from it; who holds it may release it",
        ClaimTaskCmd.class, AssignTaskCmd.class, DelegateTaskCmd.class, SetTaskOwnerCmd.class, AddUserIdentityLinkCmd.class);
    checked("what the bound form names, no more",
        GetTaskFormVariablesCmd.class, GetTaskVariablesCmd.class, GetTaskVariableCmd.class, GetTaskVariableCmdTyped.class);
    checked("comments belong to those who work on the task",
        AddCommentCmd.class, GetTaskCommentCmd.class, GetTaskCommentsCmd.class, GetTaskEventsCmd.class,
        GetProcessInstanceCommentsCmd.class);
    checked("those who work on a task see its own history", HistoricTaskInstanceQueryImpl.class, UserOperationLogQueryImpl.class);

    refused("starting in the middle of a process", StartProcessInstanceAtActivitiesCmd.class);
    refused("moving a case to another step",
        ModifyProcessInstanceCmd.class, ModifyProcessInstanceAsyncCmd.class, ProcessInstanceModificationCmd.class,
        ProcessInstanceModificationBatchCmd.class, ActivityBeforeInstantiationCmd.class, ActivityAfterInstantiationCmd.class,
        TransitionInstantiationCmd.class, ActivityCancellationCmd.class, ActivityInstanceCancellationCmd.class,
        TransitionInstanceCancellationCmd.class);
    refused("restarting a case", RestartProcessInstancesCmd.class, RestartProcessInstancesBatchCmd.class);
    refused("moving a case to another version",
        MigrateProcessInstanceCmd.class, MigrateProcessInstanceBatchCmd.class, SetProcessDefinitionVersionCmd.class);
    refused("writing variables",
        SetExecutionVariablesCmd.class, SetTaskVariablesCmd.class, PatchExecutionVariablesCmd.class, PatchTaskVariablesCmd.class,
        RemoveExecutionVariablesCmd.class, RemoveTaskVariablesCmd.class, SetVariablesToProcessInstancesBatchCmd.class);
    refused("sending a message, a signal or a condition",
        CorrelateMessageCmd.class, CorrelateAllMessageCmd.class, CorrelateAllMessageBatchCmd.class, MessageEventReceivedCmd.class,
        SignalCmd.class, SignalEventReceivedCmd.class, EvaluateStartConditionCmd.class);
    refused("raising an error or an escalation", HandleTaskBpmnErrorCmd.class, HandleTaskEscalationCmd.class, CreateIncidentCmd.class);
    refused("working as a machine",
        FetchExternalTasksCmd.class, CompleteExternalTaskCmd.class, HandleExternalTaskBpmnErrorCmd.class,
        HandleExternalTaskFailureCmd.class);
    refused("evaluating a decision", EvaluateDecisionCmd.class, EvaluateDecisionTableCmd.class);
    refused("changing or deleting a comment", UpdateCommentCmd.class, DeleteTaskCommentCmd.class, DeleteProcessInstanceCommentCmd.class);
    refused("the engine's attachments",
        CreateAttachmentCmd.class, SaveAttachmentCmd.class, DeleteAttachmentCmd.class, GetAttachmentCmd.class,
        GetAttachmentContentCmd.class, GetTaskAttachmentCmd.class, GetTaskAttachmentContentCmd.class, GetTaskAttachmentsCmd.class,
        GetProcessInstanceAttachmentsCmd.class);
    refused("destroying what shows how a case went",
        DeleteHistoricProcessInstancesCmd.class, DeleteHistoricProcessInstancesBatchCmd.class, DeleteHistoricTaskInstanceCmd.class,
        DeleteHistoricVariableInstanceCmd.class, DeleteHistoricVariableInstancesByProcessInstanceIdCmd.class,
        DeleteHistoricDecisionInstanceByDefinitionIdCmd.class, DeleteHistoricDecisionInstanceByInstanceIdCmd.class,
        DeleteHistoricDecisionInstancesBatchCmd.class, DeleteHistoricDecisionInstancesBulkCmd.class, DeleteHistoricBatchCmd.class,
        DeleteUserOperationLogEntryCmd.class, HistoryCleanupCmd.class);
    refused("changing how long history is kept",
        SetRemovalTimeToHistoricProcessInstancesCmd.class, SetRemovalTimeToHistoricDecisionInstancesCmd.class, SetRemovalTimeToHistoricBatchesCmd.class,
        UpdateProcessDefinitionHistoryTimeToLiveCmd.class, UpdateDecisionDefinitionHistoryTimeToLiveCmd.class);
    checked("a model may go, what was done by it stays",
        DeleteDeploymentCmd.class, DeleteProcessDefinitionsByIdsCmd.class, DeleteProcessDefinitionsByKeyCmd.class);
    checked("rights are only given: what nobody gave, nobody has", SaveAuthorizationCmd.class);
    refused("the engine's generated forms", GetRenderedTaskFormCmd.class, GetRenderedStartFormCmd.class);
    refused("working on a CMMN case",
        CaseExecutionVariableCmd.class, CloseCaseInstanceCmd.class, CompleteCaseExecutionCmd.class, CreateCaseInstanceCmd.class,
        DisableCaseExecutionCmd.class, ManualStartCaseExecutionCmd.class, ReenableCaseExecutionCmd.class, TerminateCaseExecutionCmd.class);

    free("a query changes nothing; the engine's rights decide what it finds", AbstractQuery.class);
    free("a table page and metrics are read with the engine's rights", TablePageQueryImpl.class, MetricsQueryImpl.class);
    free("Java only, never built from what a person sends", AbstractNativeQuery.class, HistoryCleanupSchedulerCmd.class);
    free("reading a case's variables needs a right on the process that employees lack", GetExecutionVariableCmd.class,
        GetExecutionVariableTypedCmd.class, GetExecutionVariablesCmd.class, GetStartFormVariablesCmd.class);
    free("CMMN is switched off, there is nothing to read", GetCaseExecutionVariableCmd.class, GetCaseExecutionVariableTypedCmd.class,
        GetCaseExecutionVariablesCmd.class);
    free("a property of the task, not of the case; needs the right to change or assign tasks", AbstractSetTaskPropertyCmd.class);
    free("drafts a plan and stores nothing; carrying it out is refused", CreateMigrationPlanCmd.class);
    free("a deployment needs a right of its own and is audited", DeployCmd.class);
    free("annotates history with a right of its own, puts nothing into a case", SetAnnotationForOperationLog.class);
    free("names of topics, read with the engine's rights", GetTopicNamesCmd.class);
    free("a user's own settings", SetUserInfoCmd.class);

  }

  /** The rule for a command class; empty when the table does not know it. */
  static Optional<Rule> find(Class<?> command) {
    for (Class<?> type = command; type != null; type = type.getSuperclass()) {
      Rule rule = TABLE.rules.get(type);
      if (rule != null) {
        return Optional.of(rule);
      }
    }
    return Optional.ofNullable(command.getEnclosingClass()).flatMap(CommandPolicy::find);
  }

  /** All rows, for tests. */
  static Map<Class<?>, Rule> rows() {
    return Map.copyOf(TABLE.rules);
  }

  private void checked(String reason, Class<?>... commands) {
    put(Verdict.CHECKED, reason, commands);
  }

  private void refused(String what, Class<?>... commands) {
    put(Verdict.REFUSED, what, commands);
  }

  private void free(String reason, Class<?>... commands) {
    put(Verdict.FREE, reason, commands);
  }

  private void put(Verdict verdict, String reason, Class<?>... commands) {
    for (Class<?> command : commands) {
      if (rules.put(command, new Rule(verdict, reason)) != null) {
        throw new IllegalStateException(command + " stands twice in the table");
      }
    }
  }
}
