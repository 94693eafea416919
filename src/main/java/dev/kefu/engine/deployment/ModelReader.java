package dev.kefu.engine.deployment;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.xml.ModelException;

/** Reads from a file what the deployment needs to know of it. */
final class ModelReader {

  private static final ObjectMapper JSON = new ObjectMapper();

  private ModelReader() {
  }

  /** The model in a file, valid by the BPMN schema. */
  static BpmnModelInstance model(ModelFile file) {
    return read(file, () -> Bpmn.readModelFromStream(file.open()));
  }

  /** Ids of the processes in a model. */
  static SortedSet<String> processes(BpmnModelInstance model) {
    return model.getModelElementsByType(Process.class).stream().filter(Process::isExecutable).map(Process::getId)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Ids of the decisions that a model's business rule tasks name. */
  static SortedSet<String> decisionsUsedBy(BpmnModelInstance model) {
    return model.getModelElementsByType(BusinessRuleTask.class).stream().map(BusinessRuleTask::getCamundaDecisionRef).filter(Objects::nonNull)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Ids of the decisions in a decision table's file. */
  static SortedSet<String> decisions(ModelFile table) {
    return read(table, () -> Dmn.readModelFromStream(table.open()).getModelElementsByType(Decision.class).stream()
        .map(Decision::getId).collect(Collectors.toCollection(TreeSet::new)));
  }

  /** Refuses a form whose id is not its file's name: the engine takes it, and no task finds it. */
  static void checkForm(ModelFile form) {
    try {
      String id = JSON.readTree(form.content()).path("id").asText();
      if (!id.equals(form.stem())) {
        throw new UnusableFileException(form.name(), "the form's id is \"" + id + "\", it must be \"" + form.stem() + "\" like the file", null);
      }
    } catch (IOException e) {
      throw new UnusableFileException(form.name(), "not a Camunda Form: " + e.getMessage(), e);
    }
  }

  private static <T> T read(ModelFile file, Supplier<T> reader) {
    try {
      return reader.get();
    } catch (ModelException e) {
      String reason = e.getCause() == null ? e.getMessage() : e.getMessage() + ": " + e.getCause().getMessage();
      throw new UnusableFileException(file.name(), reason, e);
    }
  }
}
