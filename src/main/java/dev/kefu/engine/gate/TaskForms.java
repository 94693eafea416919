package dev.kefu.engine.gate;

import dev.kefu.engine.CaseAccess.AskedFile;
import dev.kefu.engine.form.FormDefinition;
import dev.kefu.engine.form.FormDefinitionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.camunda.bpm.engine.form.CamundaFormRef;
import org.camunda.bpm.engine.form.TaskFormData;
import org.camunda.bpm.engine.impl.cmd.GetCamundaFormDefinitionCmd;
import org.camunda.bpm.engine.impl.form.handler.DefaultFormHandler;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.CamundaFormDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.repository.CamundaFormDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Finds the forms of tasks and events. A deployment never changes, so its forms are parsed once. */
@Component
public class TaskForms {

  private static final Logger LOG = LoggerFactory.getLogger(TaskForms.class);

  private final Map<String, Map<String, FormDefinition>> formsByDeployment = new ConcurrentHashMap<>();

  /** The very form that the task shows; empty for a task without one. */
  Optional<FormDefinition> boundTo(TaskEntity task, CommandContext context) {
    if (task.getProcessDefinitionId() == null) {
      return Optional.empty();
    }
    TaskFormData data = context.runWithoutAuthorization(
        () -> context.getProcessEngineConfiguration().getFormService().getTaskFormData(task.getId()));
    CamundaFormRef reference = data == null ? null : data.getCamundaFormRef();
    if (reference == null || reference.getKey() == null) {
      return Optional.empty();
    }
    if (DefaultFormHandler.FORM_REF_BINDING_DEPLOYMENT.equals(reference.getBinding())) {
      return Optional.of(required(data.getDeploymentId(), reference.getKey(), context));
    }
    CamundaFormDefinition definition = new GetCamundaFormDefinitionCmd(reference, data.getDeploymentId()).execute(context);
    return Optional.of(required(definition.getDeploymentId(), definition.getKey(), context));
  }

  /**
   * The form with this id in a deployment.
   *
   * @throws IllegalStateException when the deployment has none, or one that is no form; a case must not go on unchecked
   */
  public FormDefinition required(String deploymentId, String formId, CommandContext context) {
    FormDefinition form = of(deploymentId, context).get(formId);
    if (form == null) {
      throw new IllegalStateException("Form " + formId + " is missing from its deployment or cannot be read; see the log of its deployment");
    }
    return form;
  }

  /** Every form of a deployment, by the variable that it writes. */
  public Map<String, FormDefinition> writers(String deploymentId, CommandContext context) {
    Map<String, FormDefinition> writers = new HashMap<>();
    of(deploymentId, context).values()
        .forEach(form -> form.roots().forEach(root -> writers.put(root, form)));
    return writers;
  }

  /** Every attachment that a form of the deployment asks for. */
  List<AskedFile> attachments(String deploymentId, CommandContext context) {
    return of(deploymentId, context).values().stream().flatMap(TaskForms::asked).toList();
  }

  /** What a form requires to be attached. */
  static Stream<AskedFile> asked(FormDefinition form) {
    return form.attachments().stream().map(text -> new AskedFile(text.attachment().orElseThrow(), text.label()));
  }

  /** The form's file as it was deployed, for a browser to draw. */
  String file(String deploymentId, String formId, CommandContext context) {
    return content(context.getCamundaFormDefinitionManager().findDefinitionByDeploymentAndKey(deploymentId, formId), context);
  }

  private Map<String, FormDefinition> of(String deploymentId, CommandContext context) {
    Map<String, FormDefinition> known = formsByDeployment.get(deploymentId);
    return known != null ? known : remember(deploymentId, context);
  }

  private Map<String, FormDefinition> remember(String deploymentId, CommandContext context) {
    Map<String, FormDefinition> forms = new HashMap<>();
    for (CamundaFormDefinitionEntity entity : context.getCamundaFormDefinitionManager().findDefinitionsByDeploymentId(deploymentId)) {
      try {
        forms.put(entity.getKey(), FormDefinition.parse(content(entity, context)));
      } catch (FormDefinitionException unreadable) {
        LOG.error("{} of deployment {} is no usable form: {}", entity.getResourceName(), deploymentId, unreadable.getMessage());
      }
    }
    formsByDeployment.put(deploymentId, Map.copyOf(forms));
    return forms;
  }

  private static String content(CamundaFormDefinitionEntity entity, CommandContext context) {
    try (InputStream resource = context.runWithoutAuthorization(() -> context.getProcessEngineConfiguration().getRepositoryService()
        .getResourceAsStream(entity.getDeploymentId(), entity.getResourceName()))) {
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
